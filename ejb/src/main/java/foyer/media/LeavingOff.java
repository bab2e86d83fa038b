package foyer.media;

import foyer.shared.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Sees to it that nothing stays of a recording that was begun of what was live and is not made: the stop was taken back, or it took too
 * long. No broadcast names it any more, so that it is noted as one to be deleted.
 */
@ApplicationScoped
class LeavingOff {
    // Who makes it elsewhere goes on until it is made: what is written until then goes with it.
    static final Duration SURELY_ENDED = Duration.ofDays(1);

    @Inject
    Recordings recordings;

    @Inject
    Clock clock;

    /** {@code after} was noted in the place of {@code before}. */
    void unlessNamed(Broadcast before, Broadcast after) {
        var begun = before.recording();
        if (begun == null || before.made().isPresent() || begun.equals(after.recording())) {
            return;
        }
        try {
            recordings.add(Recording.leftOff(begun, before.event(), clock.instant(), SURELY_ENDED));
        } catch (VersionConflict doneMeanwhile) {
            // It is withdrawn by whoever showed it.
        }
    }
}
