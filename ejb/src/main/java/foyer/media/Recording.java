package foyer.media;

import foyer.event.EventId;
import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent for an event, on its way to what plays.
 *
 * @param percent of the transcode
 * @param attempts how often the transcode was begun since it was submitted, or looked at by somebody who died over it
 * @param trouble null: none so far; of one that is still being made: why nobody can tell how far it is
 * @param length null: not known yet
 * @param version grows by one with each change
 * @param dueAt when somebody has to look at it, or the end of the lease of who does; null: never
 */
public record Recording(
        RecordingId id,
        EventId event,
        Upload upload,
        RecordingState state,
        int percent,
        int attempts,
        @Nullable Trouble trouble,
        @Nullable Duration length,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt) {
    private static final Trouble NOT_IN_TIME = new Trouble("The upload was not completed in time.", false);
    private static final DateTimeFormatter NAMING =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Recording begun(RecordingId id, EventId event, Upload upload, Instant now, Duration patience) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Recording(
                id,
                event,
                upload,
                RecordingState.UPLOADING,
                0,
                0,
                null,
                null,
                1,
                moment,
                moment,
                moment.plus(patience));
    }

    /** Made of what was live, from one moment to another. No file was sent: it is named by when it began. */
    static Recording harvested(RecordingId id, EventId event, Harvested.Done made, Instant from, Instant until) {
        var name = "Live " + NAMING.format(from) + " UTC";
        var moment = until.truncatedTo(ChronoUnit.MILLIS);
        return new Recording(
                id,
                event,
                new Upload(name, made.size(), made.size()),
                RecordingState.COMPLETE,
                100,
                0,
                null,
                made.length().truncatedTo(ChronoUnit.MILLIS),
                1,
                moment,
                moment,
                null);
    }

    /** Begun of what was live, and not to be made: somebody deletes what there is of it, once its making has ended. */
    static Recording leftOff(RecordingId id, EventId event, Instant now, Duration patience) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Recording(
                id,
                event,
                new Upload("Live " + NAMING.format(now) + " UTC", 0, 1),
                RecordingState.DELETING,
                0,
                0,
                null,
                null,
                1,
                moment,
                moment,
                moment.plus(patience));
    }

    /** Somebody began the same again, and is told of it: it is theirs as well. */
    Recording askedForAgain() {
        return new Recording(
                id, event, upload, state, percent, attempts, trouble, length, version + 1, createdAt, updatedAt, dueAt);
    }

    /** The file is whole. Submitting twice is the same as submitting once; after a failure that was seen to, it begins anew. */
    Recording submitted(Instant now) {
        return switch (state) {
            case SUBMITTED, PROGRESSING, COMPLETE -> this;
            case UPLOADING -> with(RecordingState.SUBMITTED, 0, 0, null, now, now);
            case ERROR -> {
                if (trouble == null || !trouble.curable()) {
                    throw new WrongState(
                            "This file cannot be made to play. Send another one as a recording of its own.");
                }
                yield with(RecordingState.SUBMITTED, 0, 0, null, now, now);
            }
            case CANCELED -> throw new WrongState("This upload was given up. Begin another one.");
            case DELETING -> throw new WrongState("This recording is being deleted.");
        };
    }

    /** Somebody takes it up, until the lease ends. */
    Recording takenUp(Instant now, Duration lease) {
        return with(RecordingState.PROGRESSING, percent, attempts + 1, trouble, now, now.plus(lease));
    }

    Recording progressed(int reached, Instant now, Duration lease) {
        return with(state, reached, attempts, null, now, now.plus(lease));
    }

    /** Work goes on elsewhere, and is to be asked about again. */
    Recording awaited(int reached, Instant now, Duration pause) {
        return with(state, reached, 0, null, now, now.plus(pause));
    }

    /** Nobody can tell at present how far it is. That says nothing of the work, and was no attempt at it. */
    Recording unheardOf(Trouble why, Instant now, Duration pause) {
        return with(state, percent, attempts - 1, why, now, now.plus(pause));
    }

    Recording finished(Duration played, Instant now) {
        return with(RecordingState.COMPLETE, 100, attempts, null, now, null).lasting(played);
    }

    Recording failed(Trouble why, Instant now) {
        return with(RecordingState.ERROR, percent, attempts, why, now, null);
    }

    /** Nobody completed the upload. Whoever gives it up has until the lease ends to remove what came. */
    Recording givenUp(Instant now, Duration lease) {
        return with(RecordingState.CANCELED, 0, attempts, NOT_IN_TIME, now, now.plus(lease));
    }

    /** What came of the upload that was given up is removed. */
    Recording cleared(Instant now) {
        return with(state, percent, attempts, trouble, now, null);
    }

    Recording deleting(Instant now) {
        return state == RecordingState.DELETING
                ? this
                : with(RecordingState.DELETING, percent, attempts, null, now, now);
    }

    /** Whoever removes what there is of it has until the lease ends. */
    Recording beingRemoved(Instant now, Duration lease) {
        return with(RecordingState.DELETING, percent, attempts, null, now, now.plus(lease));
    }

    public boolean deleted() {
        return state == RecordingState.DELETING;
    }

    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }

    private Recording lasting(Duration played) {
        return new Recording(
                id,
                event,
                upload,
                state,
                percent,
                attempts,
                trouble,
                played.truncatedTo(ChronoUnit.MILLIS),
                version,
                createdAt,
                updatedAt,
                dueAt);
    }

    private Recording with(
            RecordingState next, int reached, int begun, @Nullable Trouble why, Instant now, @Nullable Instant due) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Recording(
                id,
                event,
                upload,
                next,
                reached,
                begun,
                why,
                length,
                version + 1,
                createdAt,
                moment.isBefore(updatedAt) ? updatedAt : moment,
                due == null ? null : due.truncatedTo(ChronoUnit.MILLIS));
    }
}
