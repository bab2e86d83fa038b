package foyer.mail;

import foyer.shared.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something from the outbox that somebody has taken up, or has given up.
 *
 * @param outgoing due when the claim ends, or when it was given up
 * @param claim proves that it is ours: whoever takes it up after us has another; empty for what was given up
 * @param attempts how often it was taken up, this time included
 * @param why it did not go out the last time
 */
public record Dispatch(
        Outgoing outgoing,
        String claim,
        int attempts,
        @Nullable String why) {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    public Optional<String> trouble() {
        return Optional.ofNullable(why);
    }

    /** When to try again: each time after twice as long, up to five minutes, for a code is of no use after ten. */
    Instant next(Instant now) {
        var doublings = Math.min(attempts - 1, 10);
        var delay = FIRST_DELAY.multipliedBy(1L << Math.max(0, doublings));
        return now.plus(delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY);
    }
}
