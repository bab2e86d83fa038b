package foyer.media;

import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A recording that this node works on: it writes down how far it has come, which renews the lease. */
final class Held {
    private static final int RENEWALS_PER_LEASE = 24;

    private final Recordings recordings;
    private final Duration lease;
    private final Clock clock;
    private Recording recording;
    private Instant written;

    Held(Recording claimed, Recordings recordings, Duration lease, Clock clock) {
        this.recording = claimed;
        this.recordings = recordings;
        this.lease = lease;
        this.clock = clock;
        this.written = clock.instant();
    }

    /** As it was last written. */
    Recording recording() {
        return recording;
    }

    /** False once somebody else has it, or it is deleted, or the store has been silent for so long that somebody may have it. */
    boolean reached(int percent) {
        var now = clock.instant();
        if (now.isBefore(written.plus(lease.dividedBy(RENEWALS_PER_LEASE)))) {
            return true;
        }
        var after = recording.progressed(percent, now, lease);
        try {
            recordings.replace(recording, after);
        } catch (VersionConflict anothers) {
            return false;
        } catch (Unavailable silent) {
            return now.isBefore(written.plus(lease));
        }
        recording = after;
        written = now;
        return true;
    }
}
