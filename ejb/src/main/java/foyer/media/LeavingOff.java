package foyer.media;

import foyer.shared.Alongside;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Sees to it that nothing stays of a recording that was begun of what was live and is not made: the stop was taken back, or it took too
 * long. No broadcast names it any more, so that it is noted, in the very write that drops its name, as one to be deleted.
 */
@ApplicationScoped
class LeavingOff {
    // Who makes it elsewhere goes on until it is made: what is written until then goes with it.
    static final Duration SURELY_ENDED = Duration.ofDays(1);

    @Inject
    Broadcasts broadcasts;

    @Inject
    Recordings recordings;

    @Inject
    RecordingSettings settings;

    @Inject
    Clock clock;

    /** Notes {@code after} in the place of {@code before}; fails with {@link foyer.shared.VersionConflict} as all that does. */
    void note(Broadcast before, Broadcast after) {
        broadcasts.replace(before, after, dropped(before, after));
    }

    private Alongside dropped(Broadcast before, Broadcast after) {
        var begun = before.recording();
        if (begun == null || before.made().isPresent() || begun.equals(after.recording())) {
            return Alongside.nothing();
        }
        var now = clock.instant();
        // One that is there was made, and perhaps shown, at this very moment. Whoever did so withdraws it, or else dies
        // over that, and is followed by somebody who deletes it.
        return recordings
                .find(before.event(), begun)
                .map(made -> recordings.noting(made, made.beingRemoved(now, settings.lease())))
                .orElseGet(() -> recordings.noting(null, Recording.leftOff(begun, before.event(), now, SURELY_ENDED)));
    }
}
