package foyer.mail;

import foyer.shared.Ids;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.ValidationFailed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An outbox kept in memory, by the same promises as the one in a store. */
public final class OutboxInMemory implements Outbox {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final int lanes;

    private record Entry(Dispatch dispatch, State state) {
        boolean claimedBy(Dispatch claimed) {
            return state == State.WAITING
                    && !claimed.claim().isEmpty()
                    && dispatch.claim().equals(claimed.claim());
        }
    }

    private enum State {
        WAITING,
        TOLD,
        BURIED
    }

    public OutboxInMemory() {
        this(1);
    }

    public OutboxInMemory(int lanes) {
        this.lanes = lanes;
    }

    @Override
    public void write(Outgoing outgoing) {
        entries.putIfAbsent(outgoing.id(), new Entry(new Dispatch(outgoing, "", 0, null), State.WAITING));
    }

    /** Whether this was told. */
    public boolean told(String id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.state() == State.TOLD)
                .isPresent();
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public List<Waiting> due(String kind, int lane, Instant now, int most) {
        return entries.values().stream()
                .filter(entry -> entry.state() == State.WAITING)
                .map(entry -> entry.dispatch().outgoing())
                .filter(outgoing -> outgoing.kind().equals(kind) && lane(outgoing) == lane)
                .filter(outgoing -> !outgoing.due().isAfter(now))
                .sorted(Comparator.comparing(Outgoing::due))
                .limit(most)
                .map(outgoing -> new Waiting(outgoing.id(), outgoing.due()))
                .toList();
    }

    @Override
    public synchronized Optional<Dispatch> claim(Waiting seen, Instant until) {
        var there = entries.get(seen.id());
        if (there == null
                || there.state() != State.WAITING
                || !there.dispatch().outgoing().due().equals(seen.due())) {
            return Optional.empty();
        }
        var before = there.dispatch();
        var claimed = new Dispatch(due(before, until), Ids.fresh(), before.attempts() + 1, before.why());
        entries.put(seen.id(), new Entry(claimed, State.WAITING));
        return Optional.of(claimed);
    }

    @Override
    public List<Dispatch> claim(List<Waiting> seen, Instant until) {
        return seen.stream().flatMap(one -> claim(one, until).stream()).toList();
    }

    @Override
    public void putBack(Dispatch claimed, Waiting seen) {
        var before = new Dispatch(due(claimed, seen.due()), "", claimed.attempts() - 1, claimed.why());
        change(claimed, new Entry(before, State.WAITING));
    }

    @Override
    public void settle(Dispatch claimed, Instant keptUntil) {
        change(claimed, new Entry(claimed, State.TOLD));
    }

    @Override
    public void postpone(Dispatch claimed, Instant due, String why) {
        change(claimed, new Entry(new Dispatch(due(claimed, due), "", claimed.attempts(), why), State.WAITING));
    }

    @Override
    public void bury(Dispatch claimed, Instant now, Instant keptUntil, String why) {
        change(claimed, new Entry(new Dispatch(due(claimed, now), "", claimed.attempts(), why), State.BURIED));
    }

    @Override
    public Page<Dispatch> buried(Set<String> kinds, int limit, @Nullable String position) {
        if (position != null && !position.matches("[0-9]{19}:.+")) {
            throw new ValidationFailed("cursor", "invalid", "This cursor is not one of this list.");
        }
        var found = entries.values().stream()
                .filter(entry -> entry.state() == State.BURIED)
                .map(Entry::dispatch)
                .filter(dispatch -> kinds.contains(dispatch.outgoing().kind()))
                .filter(dispatch -> position == null || position(dispatch).compareTo(position) < 0)
                .sorted(Comparator.comparing(OutboxInMemory::position).reversed())
                .limit(limit + 1L)
                .toList();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), position(found.get(limit - 1)));
    }

    @Override
    public synchronized void revive(String id, Instant now) {
        var there = entries.get(id);
        if (there == null || there.state() != State.BURIED) {
            throw new NotFound("dead letter");
        }
        entries.put(id, new Entry(new Dispatch(due(there.dispatch(), now), "", 0, null), State.WAITING));
    }

    private synchronized void change(Dispatch claimed, Entry after) {
        entries.computeIfPresent(claimed.outgoing().id(), (id, there) -> there.claimedBy(claimed) ? after : there);
    }

    private int lane(Outgoing outgoing) {
        return Math.floorMod(outgoing.reader().hashCode(), lanes);
    }

    private static Outgoing due(Dispatch dispatch, Instant due) {
        var outgoing = dispatch.outgoing();
        return new Outgoing(outgoing.id(), outgoing.kind(), outgoing.facts(), due);
    }

    private static String position(Dispatch dispatch) {
        return "%019d:%s"
                .formatted(
                        dispatch.outgoing().due().toEpochMilli(),
                        dispatch.outgoing().id());
    }
}
