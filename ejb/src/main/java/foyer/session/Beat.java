package foyer.session;

import foyer.shared.Fields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a screen reports of itself.
 *
 * @param position null where nothing plays yet
 * @param playbackToken of the address that its picture comes from and that it wants renewed; null where it is good for a while
 * @param figures null where it has measured nothing new, or was asked not to
 */
record Beat(
        @Nullable Duration position,
        @Nullable String playbackToken,
        @Nullable Figures figures) {
    /** What a screen does; a waiting one asks whether it begins. */
    enum State {
        PLAYING,
        PAUSED,
        BUFFERING,
        WAITING,
        ENDED,
        CLOSED
    }

    /** Whatever else a screen tells is let by, for screens are of various ages. Fails with all findings. */
    static Beat read(Fields report) {
        var position = report.number("position").flatMap(seconds -> within(report, seconds));
        report.choice("state", State.class);
        var token = report.text("playbackToken");
        var figures = Figures.read(report);
        report.throwIfRefused();
        return new Beat(position.orElse(null), token.orElse(null), figures.orElse(null));
    }

    private static Optional<Duration> within(Fields report, BigDecimal seconds) {
        var millis = Seconds.millis(seconds);
        if (millis.isEmpty()) {
            report.refuse("position", "out_of_range", "This is in seconds from the beginning, zero or more.");
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(millis.getAsLong()));
    }
}
