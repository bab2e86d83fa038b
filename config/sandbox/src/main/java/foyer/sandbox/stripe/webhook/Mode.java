package foyer.sandbox.stripe.webhook;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How notices are delivered.
 *
 * @param times how often each is sent when doubled, how many are turned around when reordered, how many are
 *     spoilt when corrupted (0 for all)
 * @param lateness how late each is when delayed, how long at most one waits for others when reordered
 */
public record Mode(Kind kind, int times, Duration lateness) {
    public static final Mode NORMAL = new Mode(Kind.NORMAL, 0, Duration.ZERO);

    /** What is done to notices. */
    public enum Kind {
        NORMAL,
        /** Nothing is sent, and what was not sent never will be. */
        OFF,
        DELAY,
        /** Each is sent several times at once. */
        DUPLICATE,
        /** The last comes first. */
        REORDER,
        /** The body is changed after it was signed. */
        CORRUPT;

        public static Optional<Kind> named(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
