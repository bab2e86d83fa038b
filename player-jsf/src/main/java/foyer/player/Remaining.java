package foyer.player;

import java.time.Duration;
import java.time.Instant;

/** The time until an event starts, in the parts that a countdown shows. */
public record Remaining(long days, String hours, String minutes, String seconds) {

    static Remaining between(Instant now, Instant start) {
        // A begun second counts, as it does in countdown.js, so that the number does not jump when the module takes
        // over.
        var millis = Math.max(0, Duration.between(now, start).toMillis());
        var left = Duration.ofSeconds((millis + 999) / 1000);
        return new Remaining(
                left.toDays(), two(left.toHoursPart()), two(left.toMinutesPart()), two(left.toSecondsPart()));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
