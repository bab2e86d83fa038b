package foyer.analytics;

import foyer.session.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What of one viewer is counted: a registration on all its screens, or a session where nobody has to register. It is what
 * makes counting exact: a report that is in it is counted, and whoever counts replaces it by its version in the same
 * transaction.
 *
 * @param screens of the sessions that are not over, or not for long
 * @param seen stretches of the video, see {@link Figures#seen}; never changed
 * @param lastMinute the newest in which the viewer watched, since the epoch; zero: never
 * @param version grows by one with each change; zero where nothing is counted yet
 */
public record Tally(String viewer, List<ScreenTally> screens, BitSet seen, long lastMinute, long version) {
    static final int MOST_SCREENS = 40;
    private static final int MOST_MINUTES = 10;
    // Twice as long as a node holds what it heard, for clocks differ: what is not in here any more must not come again.
    private static final Duration STRAGGLERS = HeardScreen.STRAGGLERS.multipliedBy(2);

    public Tally {
        screens = List.copyOf(screens);
    }

    /** Of somebody of whom nothing is counted yet. */
    public static Tally none(String viewer) {
        return new Tally(viewer, List.of(), new BitSet(), 0, 0);
    }

    /**
     * The next one, with what is new in what was heard; the same where nothing is. No more is counted than can be: in the time
     * that a session is open nobody watches longer than that, or sees more than a stretch of the video each second.
     *
     * @param place where the page was embedded, as it is counted
     * @param counts gets what is new
     */
    Tally counting(Heard heard, String place, Counts counts) {
        var known = screens.stream().filter(screen -> screen.isOf(heard)).findFirst();
        var before = known.orElseGet(() -> ScreenTally.none(heard));
        if (before.sequence() >= heard.figures().sequence()
                || (known.isEmpty() && notOver(heard).size() >= MOST_SCREENS)) {
            return this;
        }
        var fresh = fresh(heard);
        var after = before.with(
                heard,
                left(heard, before, ScreenTally::watchedMillis),
                left(heard, before, ScreenTally::stalledMillis),
                fresh.cardinality());
        if (known.isEmpty()) {
            counts.screen(place);
            heard.figures().lacks().forEach(feature -> counts.lack(feature, place));
        }
        counts.quality(before, after, heard.figures());
        fresh.stream().forEach(counts::stretch);
        var watched = after.watchedMillis() - before.watchedMillis();
        return with(after, fresh, watched > 0 ? watching(heard, watched, counts) : lastMinute, notOver(heard));
    }

    /** @return the newest minute in which the viewer watched */
    private long watching(Heard heard, long millis, Counts counts) {
        counts.watched(heard.minute(), millis);
        if (lastMinute == 0) {
            counts.viewer();
        }
        var first = Math.max(Math.max(heard.firstMinute(), lastMinute + 1), heard.minute() - MOST_MINUTES + 1);
        for (var minute = first; minute <= heard.minute(); minute++) {
            counts.active(minute);
        }
        return Math.max(lastMinute, heard.minute());
    }

    /** The same as one change of what was there before. */
    Tally inOneStepFrom(Tally before) {
        return new Tally(viewer, screens, seen, lastMinute, before.version() + 1);
    }

    private long left(Heard heard, ScreenTally but, ToLongFunction<ScreenTally> sum) {
        return heard.openMillis() - sumOfSession(heard, sum) + sum.applyAsLong(but);
    }

    private long sumOfSession(Heard heard, ToLongFunction<ScreenTally> sum) {
        return screens.stream()
                .filter(screen -> screen.ofSession(heard))
                .mapToLong(sum)
                .sum();
    }

    private BitSet fresh(Heard heard) {
        var fresh = (BitSet) heard.figures().seen().clone();
        fresh.andNot(seen);
        var most = Math.max(0, 1 + heard.openMillis() / 1_000 - sumOfSession(heard, ScreenTally::stretches));
        for (var over = fresh.cardinality() - most; over > 0; over--) {
            fresh.clear(fresh.length() - 1);
        }
        return fresh;
    }

    private List<ScreenTally> notOver(Heard heard) {
        var over = Instant.ofEpochMilli(heard.at()).minus(STRAGGLERS);
        return screens.stream().filter(screen -> screen.until().isAfter(over)).toList();
    }

    private Tally with(ScreenTally after, BitSet fresh, long newest, List<ScreenTally> notOver) {
        var all = new ArrayList<>(notOver);
        all.removeIf(screen ->
                screen.session().equals(after.session()) && screen.screen().equals(after.screen()));
        all.add(after);
        var union = (BitSet) seen.clone();
        union.or(fresh);
        return new Tally(viewer, all, union, newest, version + 1);
    }
}
