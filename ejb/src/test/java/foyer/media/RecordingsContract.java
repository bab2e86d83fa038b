package foyer.media;

import static foyer.media.SomeRecordings.LEASE;
import static foyer.media.SomeRecordings.PATIENCE;
import static foyer.media.SomeRecordings.anUpload;
import static foyer.media.SomeRecordings.anUploadTo;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.Crowd;
import foyer.shared.VersionConflict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every keeper of recordings promises. */
public interface RecordingsContract {
    int NODES = 20;

    Recordings recordings();

    /** In the same store. */
    Broadcasts broadcasts();

    @Test
    default void whatWasNotedIsFoundAsItWas() {
        var failed = SomeRecordings.takenUp(anUpload()).failed(new Trouble("The disk is full.", true), NOON);
        for (var recording : new Recording[] {anUpload(), failed, SomeRecordings.aCompleteOne()}) {
            recordings().add(recording);

            assertThat(recordings().find(recording.event(), recording.id())).contains(recording);
            assertThat(recordings().find(EventId.fresh(), recording.id())).isEmpty();
        }
    }

    @Test
    default void addingTheSameAgainChangesNothing() {
        var recording = anUpload();
        recordings().add(recording);
        recordings().add(recording);

        assertThatThrownBy(() -> recordings().add(recording.submitted(NOON))).isInstanceOf(VersionConflict.class);
        assertThat(recordings().of(recording.event())).containsExactly(recording);
    }

    @Test
    default void whatIsNotedAlongsideTakesThePlaceOfNoOther() {
        var added = anUpload();
        written(recordings().noting(null, added));
        assertThat(recordings().find(added.event(), added.id())).contains(added);
        assertThatThrownBy(() -> written(recordings().noting(null, added.submitted(NOON))))
                .isInstanceOf(VersionConflict.class);

        var changed = added.submitted(NOON);
        written(recordings().noting(added, changed));
        assertThat(recordings().find(added.event(), added.id())).contains(changed);
        assertThatThrownBy(() -> written(recordings().noting(added, added.deleting(NOON))))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> written(recordings().noting(anUpload(), changed)))
                .isInstanceOf(VersionConflict.class);
    }

    private void written(Alongside change) {
        var before = SomeBroadcasts.aBroadcast();
        broadcasts().add(before);
        var after = SomeBroadcasts.startedAt(before, NOON);
        try {
            broadcasts().replace(before, after, change);
        } catch (VersionConflict refused) {
            assertThat(broadcasts().find(before.event())).contains(before);
            throw refused;
        }
        assertThat(broadcasts().find(before.event())).contains(after);
    }

    @Test
    default void thoseOfAnEventAreListedNewestFirst() {
        var event = EventId.fresh();
        var first = anUploadTo(event, NOON);
        var second = anUploadTo(event, NOON.plusSeconds(1));
        var third = anUploadTo(event, NOON.plusSeconds(2));
        recordings().add(second);
        recordings().add(third);
        recordings().add(first);
        recordings().add(anUpload());

        assertThat(recordings().of(event)).containsExactly(third, second, first);
    }

    @Test
    default void aChangeNeedsTheVersionThatIsThere() {
        var before = anUpload();
        recordings().add(before);
        var after = before.submitted(NOON);
        recordings().replace(before, after);

        assertThatThrownBy(() -> recordings().replace(before, before.deleting(NOON)))
                .isInstanceOf(VersionConflict.class);
        assertThat(recordings().find(before.event(), before.id())).contains(after);
    }

    @Test
    default void ofManyWhoTakeOneUpOneGetsIt() throws Exception {
        var submitted = SomeRecordings.aSubmittedOne();
        recordings().add(submitted);

        assertThat(Crowd.of(NODES, node -> isTakenUp(submitted))).isOne();
    }

    @Test
    default void whatIsDueIsSeenAndNothingElse() {
        var later = NOON.plus(Duration.ofDays(1));
        var due = anUploadTo(EventId.fresh(), later);
        var complete = SomeRecordings.aCompleteOne();
        recordings().add(due);
        recordings().add(complete);

        assertThat(recordings().due(later.plus(PATIENCE).minusMillis(1), 1_000)).doesNotContain(due);
        assertThat(recordings().due(later.plus(PATIENCE), 1_000)).contains(due).doesNotContain(complete);
    }

    @Test
    default void whatIsRemovedIsGone() {
        var recording = anUpload();
        recordings().add(recording);
        recordings().remove(recording);
        recordings().remove(recording);

        assertThat(recordings().find(recording.event(), recording.id())).isEmpty();
        assertThatThrownBy(() -> recordings().replace(recording, recording.submitted(NOON)))
                .isInstanceOf(VersionConflict.class);
    }

    private boolean isTakenUp(Recording submitted) {
        try {
            recordings().replace(submitted, submitted.takenUp(NOON, LEASE));
            return true;
        } catch (VersionConflict fasterOnes) {
            return false;
        }
    }
}
