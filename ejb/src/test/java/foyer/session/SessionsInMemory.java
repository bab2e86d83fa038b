package foyer.session;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sessions kept in memory, by the same promises as those in a store; it can fall silent, and it counts what it is asked. */
public final class SessionsInMemory implements Sessions {
    private final Map<SessionId, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Screens> screens = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean silent;

    @Override
    public Optional<Session> find(SessionId id) {
        answer();
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public void keep(Collection<Session> kept) {
        answer();
        kept.forEach(session -> sessions.put(session.id(), session));
    }

    @Override
    public void remove(Collection<SessionId> ids) {
        answer();
        ids.forEach(sessions::remove);
    }

    @Override
    public Screens screens(String userId) {
        answer();
        return screens.getOrDefault(userId, Screens.none(userId));
    }

    @Override
    public List<Screens> screens(Collection<String> userIds) {
        answer();
        most.accumulateAndGet(userIds.size(), Math::max);
        return userIds.stream().filter(screens::containsKey).map(screens::get).toList();
    }

    @Override
    public Optional<Screens> replace(Screens before, Screens after) {
        answer();
        var there = screens.compute(before.userId(), (userId, now) -> {
            var version = now == null ? 0 : now.version();
            return version == before.version() ? after : now;
        });
        return there.equals(after) ? Optional.empty() : Optional.of(there);
    }

    @Override
    public Alongside replacing(Screens before, Screens after) {
        return new AlongsideInMemory(
                () -> {
                    answer();
                    if (screens.getOrDefault(before.userId(), Screens.none(before.userId()))
                                    .version()
                            != before.version()) {
                        throw new VersionConflict("screens");
                    }
                },
                () -> screens.put(after.userId(), after));
    }

    /** From now on, or until told otherwise, every call fails as if the store did not answer. */
    public void fallSilent(boolean falling) {
        silent = falling;
    }

    /** How often it was asked or told anything so far. */
    public int calls() {
        return calls.get();
    }

    /** About how many registrations it was asked together so far, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    private void answer() {
        calls.incrementAndGet();
        if (silent) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }
    }
}
