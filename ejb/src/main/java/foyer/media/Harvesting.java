package foyer.media;

import foyer.event.Screening;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes recordings of what was live. The recording's id is noted first: so whoever dies over it is followed by one who makes the same. */
@ApplicationScoped
class Harvesting {
    private static final Journal JOURNAL = Journal.of(Harvesting.class);
    private static final Duration LONGEST = Duration.ofDays(3);

    @Inject
    Broadcasts broadcasts;

    @Inject
    Recordings recordings;

    @Inject
    LiveOrigin origin;

    @Inject
    VodLibrary library;

    @Inject
    Screening screening;

    @Inject
    Removing removing;

    @Inject
    LeavingOff leavingOff;

    @Inject
    RecordingSettings settings;

    @Inject
    Clock clock;

    /** @param decided what becomes of {@code before}: it is over, and has shown something */
    void harvest(Broadcast before, Broadcast decided) {
        var claimed = decided.harvesting(clock.instant(), settings.lease());
        broadcasts.replace(before, claimed);
        var ended = harvested(claimed);
        try {
            leavingOff.note(claimed, ended);
        } catch (VersionConflict decidedMeanwhile) {
            ended.made().ifPresent(made -> withdrawUnlessNoted(claimed, made));
            throw decidedMeanwhile;
        }
    }

    private Broadcast harvested(Broadcast claimed) {
        var into = Objects.requireNonNull(claimed.recording());
        var from = claimed.airtime().shownFrom(claimed.startsAt());
        var until = Objects.requireNonNull(claimed.airtime().stoppedAt());
        try {
            var result = origin.harvest(claimed, from, until, into);
            if (result instanceof Harvested.Done done) {
                show(claimed, Recording.harvested(into, claimed.event(), done, from, until));
                return claimed.harvested(clock.instant());
            } else if (result instanceof Harvested.Failed failed) {
                return failed(claimed, failed.trouble());
            } else if (result instanceof Harvested.Running) {
                return awaited(claimed);
            } else {
                note("Nothing was shown that could be a recording.", claimed);
                return claimed.withoutRecording(null, clock.instant());
            }
        } catch (Unavailable away) {
            return silent(claimed, away);
        }
    }

    // Shown before the broadcast is noted as harvested: who dies in between is followed by somebody who shows it again.
    private void show(Broadcast claimed, Recording recording) {
        var kept = recordings.find(recording.event(), recording.id());
        if (kept.isEmpty()) {
            recordings.add(recording);
        } else if (kept.get().deleted()) {
            return;
        }
        var playback = library.playback(recording);
        screening.showAfter(
                claimed.event(),
                origin.playback(claimed).toString(),
                playback.manifest().toString(),
                playback.poster().toString());
        note("A recording is made of what was live.", claimed);
    }

    // Its stop was taken back while this was made: viewers are led back to what is live, and a whole recording follows.
    private void withdrawUnlessNoted(Broadcast claimed, RecordingId made) {
        var goesOn = broadcasts
                .find(claimed.event())
                .filter(now -> now.id().equals(claimed.id()) && !made.equals(now.recording()))
                .isPresent();
        if (!goesOn) {
            return;
        }
        removing.remove(recordings
                .find(claimed.event(), made)
                .orElseGet(() -> Recording.leftOff(made, claimed.event(), clock.instant(), LeavingOff.SURELY_ENDED)));
        note("A recording is withdrawn, for what it was made of goes on.", claimed);
    }

    private Broadcast failed(Broadcast claimed, Trouble why) {
        JOURNAL.warn(
                "What was live cannot be made into a recording.",
                Map.of("eventId", claimed.event().value(), "why", why.words()));
        var now = clock.instant();
        return why.curable() && !tooLate(claimed, now)
                ? claimed.harvestDelayed(why, now)
                : claimed.withoutRecording(why, now);
    }

    private Broadcast silent(Broadcast claimed, Unavailable away) {
        var now = clock.instant();
        return tooLate(claimed, now)
                ? failed(claimed, new Trouble(away.words(), true))
                : claimed.waiting(away.words(), now);
    }

    private Broadcast awaited(Broadcast claimed) {
        var now = clock.instant();
        return claimed.endedBefore(LONGEST, now)
                ? failed(claimed, new Trouble("The recording has been in the making for days.", true))
                : claimed.harvestAwaited(now);
    }

    // What is kept for a recording that never comes is kept, and paid, for nothing.
    private boolean tooLate(Broadcast claimed, Instant now) {
        var kept = origin.keeps().filter(time -> time.compareTo(LONGEST) < 0).orElse(LONGEST);
        return claimed.endedBefore(kept, now);
    }

    private static void note(String sentence, Broadcast about) {
        var recording = Optional.ofNullable(about.recording()).map(RecordingId::value);
        JOURNAL.note(sentence, Map.of("eventId", about.event().value(), "recordingId", recording.orElse("")));
    }
}
