package foyer.mail;

import foyer.shared.Outgoing;
import foyer.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be told. Whoever tells it claims it first; a claim lapses, so what a dead node had taken up is taken up
 * by another, and what it does then with a lapsed claim has no effect.
 */
public interface Outbox {
    /** What is not told of a change in the store, and waits from now on; again, nothing changes. */
    void write(Outgoing outgoing);

    /** The lanes are the numbers below this one. */
    int lanes();

    /** The oldest first. */
    List<Waiting> due(String kind, int lane, Instant now, int most);

    /** Empty when somebody else was faster. */
    Optional<Dispatch> claim(Waiting seen, Instant until);

    /** Each as by itself: those that nobody else was faster to take up, in the order given. Several cost little more than one. */
    List<Dispatch> claim(List<Waiting> seen, Instant until);

    /**
     * It waits again where it waited, as if nobody had taken it up.
     *
     * @param seen as it was before it was claimed
     */
    void putBack(Dispatch claimed, Waiting seen);

    /** It is told. Until the time given it is known that it was. */
    void settle(Dispatch claimed, Instant keptUntil);

    /** It waits again. */
    void postpone(Dispatch claimed, Instant due, String why);

    /** It is given up, for a person to look at. */
    void bury(Dispatch claimed, Instant now, Instant keptUntil, String why);

    /** What was given up of these kinds, the newest first. */
    Page<Dispatch> buried(Set<String> kinds, int limit, @Nullable String position);

    /** It waits again as if it were new. Fails with {@link foyer.shared.NotFound} unless it was given up. */
    void revive(String id, Instant now);
}
