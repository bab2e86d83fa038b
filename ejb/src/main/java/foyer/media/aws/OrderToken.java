package foyer.media.aws;

import foyer.media.BroadcastRef;
import java.time.Clock;
import java.time.Duration;

/**
 * Names an order to a service, so that the same one is never carried out twice: repeated by the SDK, or by two who look after the same
 * broadcast at once. It is another one each minute. By then whoever asks has looked what there is; and what was made and removed can be
 * made again.
 */
record OrderToken(Clock clock) {
    private static final long HOLDS_FOR = Duration.ofMinutes(1).toMillis();

    String of(BroadcastRef broadcast, String what) {
        return broadcast.id().value() + "-" + what + "-" + clock.millis() / HOLDS_FOR;
    }
}
