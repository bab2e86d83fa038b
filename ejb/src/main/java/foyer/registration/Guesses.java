package foyer.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Wrong codes that were tried for a registration. A letter's code stands ten of them, and the next letter makes up for these. All
 * letters together stand thirty, so that letter after letter does not reopen the guessing; of them one is forgiven for each two
 * minutes in which none is tried. Whoever goes on for hours has thirty chances an hour, of a million to two.
 *
 * @param inARow since the last right one, and since the last letter
 * @param lately as many as there were at {@code last}
 * @param last when the last one was tried; of no matter where there was none
 */
public record Guesses(int inARow, int lately, Instant last) {
    public static final Guesses NONE = new Guesses(0, 0, Instant.EPOCH);
    private static final int MOST_IN_A_ROW = 10;
    private static final int MOST_LATELY = 30;
    private static final Duration FORGIVEN = Duration.ofMinutes(2);

    public Guesses {
        last = last.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether codes count: else the link in the letter does, and the link alone. */
    public boolean leaveCodesAt(Instant now) {
        return inARow < MOST_IN_A_ROW && latelyAt(now) < MOST_LATELY;
    }

    Guesses andOneAt(Instant now) {
        return new Guesses(inARow + 1, latelyAt(now) + 1, now.isBefore(last) ? last : now);
    }

    Guesses afterALetter() {
        return new Guesses(0, lately, last);
    }

    // Nodes' clocks differ, and a guess may be of a moment that is still to come here.
    private int latelyAt(Instant now) {
        var since = now.isBefore(last) ? Duration.ZERO : Duration.between(last, now);
        return (int) Math.max(0, lately - since.dividedBy(FORGIVEN));
    }
}
