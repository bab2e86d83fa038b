package foyer.analytics;

import foyer.event.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What of viewers is counted, and what that comes to, wherever it is kept. */
public interface Tallies {
    /** How many viewers, and rows of what is new in them, can be counted at once. */
    int MOST_AT_ONCE = 100;

    /** Of one viewer; the version of {@code before} says what it was made of. */
    record Change(Tally before, Tally after) {}

    /** As they stand, by viewer; {@link Tally#none} for those of whom nothing is counted yet. */
    Map<String, Tally> find(Collection<String> viewers);

    /**
     * Replaces tallies and adds what is new in them, all of it or nothing. Whoever does not learn the outcome finds out by
     * looking at the tallies.
     *
     * @param changes together with the rows of {@code counts} {@link #MOST_AT_ONCE} at most; more fail, and nothing is counted
     * @return false when one of them was changed by somebody else meanwhile
     */
    boolean count(EventId event, List<Change> changes, Counts counts);

    /** All that is counted of an event; nothing for one that nobody watched. */
    Counts of(EventId event);
}
