package foyer.media.local;

import foyer.media.InputFinding;
import foyer.media.InputHealth;
import java.time.Duration;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Judges how well a channel is fed. */
final class LiveHealth {
    /** After so long without anything there is nobody at the other end. */
    static final Duration GONE = Duration.ofSeconds(10);

    private static final Duration STUCK = Duration.ofSeconds(3);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final long LEAST_BITS = 150_000;

    private LiveHealth() {}

    /** @param hadInput whether there was an encoder before */
    static InputHealth without(boolean hadInput) {
        return missing(hadInput ? InputFinding.INPUT_LOST : InputFinding.NO_INPUT);
    }

    /** @param input null: it is not known yet what comes */
    static InputHealth of(BitMeter meter, @Nullable LiveInput input) {
        var findings = EnumSet.noneOf(InputFinding.class);
        var rate = meter.rate();
        var lost = meter.silence().compareTo(STUCK) > 0;
        if (lost) {
            findings.add(InputFinding.INPUT_LOST);
        } else if (meter.age().compareTo(SETTLED) > 0 && rate < LEAST_BITS) {
            findings.add(InputFinding.LOW_BITRATE);
        }
        if (input == null) {
            return new InputHealth(true, rate, null, null, findings);
        }
        var picture = input.picture();
        if (picture == null || (!lost && isLost(meter, LiveTrack.PICTURE))) {
            findings.add(InputFinding.NO_VIDEO);
        }
        if (input.sound() == null || (!lost && isLost(meter, LiveTrack.SOUND))) {
            findings.add(InputFinding.NO_AUDIO);
        }
        return new InputHealth(true, rate, picture == null ? null : picture.words(), input.sound(), findings);
    }

    /** Of one that came before, as when a microphone's cable is pulled and the encoder leaves the track out. */
    private static boolean isLost(BitMeter meter, LiveTrack track) {
        return meter.silence(track).compareTo(STUCK) > 0;
    }

    private static InputHealth missing(InputFinding finding) {
        return new InputHealth(false, 0, null, null, EnumSet.of(finding));
    }
}
