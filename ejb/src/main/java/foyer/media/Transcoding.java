package foyer.media;

import foyer.event.Screening;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Leads a recording from the file to what plays. Whoever takes one up holds it by a lease that each report of progress renews,
 * on condition of its version: so nobody else works on it, and when its holder dies, the next one begins anew.
 */
@ApplicationScoped
class Transcoding {
    private static final Journal JOURNAL = Journal.of(Transcoding.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);
    private static final Duration ASKED_LATER = Duration.ofSeconds(30);

    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    @Inject
    Screening screening;

    @Inject
    Removing removing;

    @Inject
    RecordingSettings settings;

    @Inject
    Clock clock;

    /** Does what is due for this one; fails with {@link VersionConflict} when somebody else was faster. */
    void lookAt(Recording due) {
        switch (due.state()) {
            case UPLOADING, CANCELED -> giveUp(due);
            case SUBMITTED, PROGRESSING -> transcode(due);
            case DELETING -> remove(due);
            case COMPLETE, ERROR -> throw new IllegalStateException("Nothing is due for " + due.state());
        }
    }

    // Both are due until they are done: who dies over it, or meets a silent library, is followed by somebody who
    // removes the rest, and not before the lease is over, or what cannot be removed would stand before all others.
    private void giveUp(Recording due) {
        var givenUp = due.givenUp(clock.instant(), settings.lease());
        recordings.replace(due, givenUp);
        library.delete(givenUp);
        recordings.replace(givenUp, givenUp.cleared(clock.instant()));
    }

    private void remove(Recording due) {
        var claimed = due.beingRemoved(clock.instant(), settings.lease());
        recordings.replace(due, claimed);
        removing.remove(claimed);
    }

    private void transcode(Recording due) {
        var claimed = due.takenUp(clock.instant(), settings.lease());
        recordings.replace(due, claimed);
        if (claimed.attempts() > MOST_ATTEMPTS) {
            fail(
                    claimed,
                    new Trouble(
                            "It was begun " + MOST_ATTEMPTS + " times and never ended. Complete the upload again.",
                            true));
            return;
        }
        var held = new Held(claimed, recordings, settings.lease(), clock);
        var result = transcoded(held);
        try {
            settle(held.recording(), result);
        } catch (VersionConflict deletedOrTaken) {
            leave(claimed);
        } catch (Unavailable silent) {
            putOff(held.recording(), silent);
            throw silent;
        }
    }

    // What is made elsewhere ends there, well or not, and is found so whenever somebody answers again. Here each try
    // costs all of the work, and a disk that fails it three times will fail the fourth.
    private Transcode transcoded(Held held) {
        try {
            return library.transcode(held.recording(), held::reached);
        } catch (Unavailable silent) {
            if (library.worksElsewhere()) {
                putOff(held.recording(), silent);
            }
            throw silent;
        }
    }

    private void putOff(Recording held, Unavailable silent) {
        var why = new Trouble(silent.getMessage() + " It is asked again by itself how far this recording is.", true);
        try {
            recordings.replace(held, held.unheardOf(why, clock.instant(), ASKED_LATER));
        } catch (VersionConflict | Unavailable unwritten) {
            // Whoever has it by now goes on with it, or the lease's end leads back here.
            JOURNAL.note("It could not be written that a recording is looked at again later.", named(held));
        }
    }

    private void settle(Recording held, Transcode result) {
        if (result instanceof Transcode.Done done) {
            // Shown before it is noted: who dies in between is followed by somebody who finds it done and shows it
            // again.
            var playback = library.playback(held);
            screening.show(
                    held.event(),
                    playback.manifest().toString(),
                    playback.poster().toString());
            recordings.replace(held, held.finished(done.length(), clock.instant()));
            JOURNAL.note("A recording is complete.", named(held));
        } else if (result instanceof Transcode.Failed failed) {
            fail(held, failed.trouble());
        } else if (result instanceof Transcode.Running running) {
            recordings.replace(held, held.awaited(running.percent(), clock.instant(), ASKED_AGAIN));
        } else {
            leave(held);
        }
    }

    private void fail(Recording held, Trouble trouble) {
        JOURNAL.warn(
                "A recording cannot be made.", Map.of("recordingId", held.id().value(), "why", trouble.words()));
        recordings.replace(held, held.failed(trouble, clock.instant()));
    }

    // It is deleted, or another's: what was made since for one that is deleted is removed once more.
    private void leave(Recording left) {
        var now = recordings.find(left.event(), left.id());
        if (now.isEmpty() || now.get().deleted()) {
            removing.remove(left);
        }
    }

    private static Map<String, String> named(Recording recording) {
        return Map.of("recordingId", recording.id().value());
    }
}
