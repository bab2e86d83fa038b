package foyer.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.shared.NotFound;
import foyer.shared.ReadTogether;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this node has read of late, so that a herd of viewers asks the store once every few seconds. While one caller reads
 * an event anew the others are shown what is known, and while the store does not answer everybody is, for a bounded time.
 * Of an event that is not known one reads for all who ask, and the others wait for a bounded time too: nobody reads while they
 * hold anything that others wait for. A reading counts from when it came, for one that took long would else be too old on arrival.
 */
public final class RecentEvents {
    // Longer than one request to the store may take, and its repeat.
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(2);

    private final Events events;
    private final EventSettings settings;
    private final Clock clock;
    private final Cache<EventId, Reading> readings;
    private final ReadTogether<EventId, Reading> unknown;
    private final AtomicLong forgotten = new AtomicLong();

    RecentEvents(Events events, EventSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.readings = Caffeine.newBuilder()
                .maximumWeight(settings.bytes())
                .weigher((EventId id, Reading reading) -> reading.weight())
                .executor(Runnable::run)
                .build();
        this.unknown = new ReadTogether<>(this::freshOrRead, PATIENCE_WITH_OTHERS);
    }

    /** Fails with {@link Unavailable} if the store does not answer and nothing recent enough is known. */
    public Optional<Event> find(EventId id) {
        var known = readings.getIfPresent(id);
        if (known == null) {
            return unknown.read(id).event();
        }
        if (known.youngerThan(settings.fresh(), clock.instant())) {
            return known.event();
        }
        if (known.renewing().compareAndSet(false, true)) {
            return renew(id, known);
        }
        return recentEnough(known).orElseGet(() -> read(id)).event();
    }

    /** The same for the public: fails with {@link NotFound} for drafts and archived events as for unknown ones. */
    public Event shown(EventId id) {
        return find(id).filter(event -> event.stateAt(clock.instant()).open()).orElseThrow(() -> new NotFound("event"));
    }

    /** What was read last, however long ago; nobody is asked. */
    public Optional<Event> remembered(EventId id) {
        return Optional.ofNullable(readings.getIfPresent(id)).flatMap(Reading::event);
    }

    /** What is known of an event holds no longer, nor does what is being read of it. */
    void forget(EventId id) {
        forgotten.incrementAndGet();
        readings.invalidate(id);
    }

    private Optional<Event> renew(EventId id, Reading known) {
        try {
            return kept(id).event();
        } catch (Unavailable silent) {
            return recentEnough(known).orElseThrow(() -> silent).event();
        } finally {
            known.renewing().set(false);
        }
    }

    private Optional<Reading> recentEnough(Reading known) {
        return Optional.of(known).filter(reading -> reading.youngerThan(settings.stale(), clock.instant()));
    }

    /** Whoever waited for those who read before is told what these have found. */
    private Reading freshOrRead(EventId id) {
        var known = readings.getIfPresent(id);
        return known != null && known.youngerThan(settings.fresh(), clock.instant()) ? known : kept(id);
    }

    /** Reads it, and keeps that unless something was forgotten meanwhile: it may have been this, as it is now known to be no longer. */
    private Reading kept(EventId id) {
        var before = forgotten.get();
        var read = read(id);
        readings.asMap().compute(id, (same, known) -> forgotten.get() == before ? read : known);
        return read;
    }

    private Reading read(EventId id) {
        var event = events.find(id);
        return new Reading(event, clock.instant(), new AtomicBoolean());
    }

    /**
     * @param at when the store had answered
     * @param renewing whether somebody reads the event anew at present
     */
    private record Reading(Optional<Event> event, Instant at, AtomicBoolean renewing) {
        private static final int OVERHEAD = 500;

        boolean youngerThan(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }

        int weight() {
            return OVERHEAD
                    + (int) Math.min(
                            1_000_000,
                            event.map(found -> 3 * DocumentSize.of(found.plan().tree()))
                                    .orElse(0L));
        }
    }
}
