package foyer.event;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Events kept in memory, by the same promises as those in a store; it can fall silent, and it counts the readings. */
public final class EventsInMemory implements Events {
    private final Map<EventId, Event> events = new ConcurrentHashMap<>();
    private final AtomicInteger readings = new AtomicInteger();
    private final List<Outgoing> news = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile Runnable meanwhile = () -> {};

    @Override
    public Optional<Event> find(EventId id) {
        readings.incrementAndGet();
        meanwhile.run();
        answer();
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public void add(Event event) {
        answer();
        var there = events.putIfAbsent(event.id(), event);
        if (there != null && !there.equals(event)) {
            throw new VersionConflict("event");
        }
    }

    @Override
    public void replace(Event before, Event after, Alongside alongside, Outgoing... facts) {
        answer();
        events.compute(before.id(), (id, there) -> {
            if (there == null || there.version() != before.version()) {
                throw new VersionConflict("event");
            }
            AlongsideInMemory.write(alongside);
            news.addAll(List.of(facts));
            return after;
        });
    }

    @Override
    public List<EventId> atVimeo(VimeoId number) {
        readings.incrementAndGet();
        answer();
        return events.values().stream()
                .filter(event -> number.digits().equals(event.plan().vimeoId()))
                .sorted(Comparator.comparing(EventsInMemory::position).reversed())
                .map(Event::id)
                .limit(10)
                .toList();
    }

    @Override
    public Page<Event> list(EventQuery query, Instant now) {
        answer();
        var start = query.position();
        if (start != null && !start.matches("[0-9]{19}:.{22}")) {
            throw new ValidationFailed("cursor", "invalid", "This cursor is not one of this list.");
        }
        var wanted = events.values().stream()
                .filter(event -> query.wants(event, now))
                .filter(event -> start == null || position(event).compareTo(start) < 0)
                .sorted(Comparator.comparing(EventsInMemory::position).reversed())
                .limit(query.limit() + 1L)
                .toList();
        var fitting = query.fitting(wanted);
        if (wanted.size() == fitting) {
            return new Page<>(wanted, null);
        }
        return new Page<>(wanted.subList(0, fitting), position(wanted.get(fitting - 1)));
    }

    /** From now on, or until told otherwise, every call fails as if the store did not answer. */
    public void fallSilent(boolean falling) {
        silent = falling;
    }

    /** From now on this happens while somebody asks for one event. */
    public void whileReading(Runnable happening) {
        meanwhile = happening;
    }

    /** What was kept to be told so far. */
    public List<Outgoing> news() {
        return List.copyOf(news);
    }

    /** How often somebody asked for one event so far. */
    public int readings() {
        return readings.get();
    }

    private void answer() {
        if (silent) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }
    }

    private static String position(Event event) {
        return "%019d:%s".formatted(event.createdAt().toEpochMilli(), event.id().value());
    }
}
