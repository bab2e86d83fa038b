package foyer.media;

import static foyer.media.SomeRecordings.PATIENCE;
import static foyer.media.SomeRecordings.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.event.SomeEvents;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import foyer.shared.WrongState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadingTest {
    private final SomeUploads some = new SomeUploads();

    @Test
    void everyPartHasAnAddress() {
        var begun = some.uploading.begin(some.event.id(), aSubmission("show.mov", 40_000_000), RecordingId.fresh());

        var parts = some.uploading.parts(begun);

        assertThat(parts).extracting(UploadPart::number).containsExactly(1, 2, 3);
        assertThat(parts).extracting(UploadPart::address).doesNotHaveDuplicates();
        assertThat(parts.stream().mapToLong(UploadPart::size).sum()).isEqualTo(40_000_000);
        assertThat(parts).noneMatch(UploadPart::received);
    }

    @Test
    void afterACutItIsKnownWhatHasCome() {
        var begun = some.begun();
        some.library.sendAll(begun);

        assertThat(some.uploading.parts(begun)).allMatch(UploadPart::received);
    }

    @Test
    void beginningAgainUnderOneIdIsOneUpload() {
        var id = RecordingId.fresh();
        var first = some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id);

        var again = some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id);

        assertThat(again).isEqualTo(first.askedForAgain());
        assertThat(some.recordings.of(some.event.id())).containsExactly(again);
    }

    @Test
    void whereThereIsNoRoomNothingIsBegun() {
        some.library.fill(true);

        assertThatThrownBy(some::begun).isInstanceOf(Unavailable.class);
        assertThat(some.recordings.of(some.event.id())).isEmpty();
    }

    @Test
    void anUploadThatIsUnderWayIsNotLostByARepeatThatFindsNoRoom() {
        var id = RecordingId.fresh();
        var begun = some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id);
        some.library.sendAll(begun);
        some.library.fill(true);

        assertThatThrownBy(() -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id))
                .isInstanceOf(Unavailable.class);

        assertThat(some.kept(begun)).isEqualTo(begun.askedForAgain());
        assertThat(some.uploading.parts(begun)).allMatch(UploadPart::received);
    }

    /** As where its first call hangs for longer than the lease under which no other with the same key is let in. */
    @Test
    void anUploadThatWasAskedForAgainIsNotLostByItsFirstCallWhichFailsAtLast() {
        var id = RecordingId.fresh();
        some.library.whileOpening(() -> {
            var again = some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id);
            some.library.sendAll(again);
            some.library.losesTheNextAnswer();
        });

        assertThatThrownBy(() -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id))
                .isInstanceOf(Unavailable.class);

        var kept = some.recordings.find(some.event.id(), id).orElseThrow();
        assertThat(kept.state()).isEqualTo(RecordingState.UPLOADING);
        assertThat(some.uploading.parts(kept)).allMatch(UploadPart::received);
    }

    @Test
    void whoAsksAgainTogetherWithAnotherIsAnsweredTheSameUpload() {
        var id = RecordingId.fresh();
        var first = some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id);
        some.recordings.beforeTheNextChange(
                () -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id));

        var again = some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id);

        assertThat(again).isEqualTo(first.askedForAgain().askedForAgain());
    }

    @Test
    void whatIsBeingForgottenIsNotAskedForAgainUntilItIs() {
        some.library.losesTheNextAnswer();
        some.library.isSilentAtTheNextDeletion();
        var id = RecordingId.fresh();
        assertThatThrownBy(() -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id))
                .isInstanceOf(Unavailable.class);

        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.uploading
                        .begin(some.event.id(), aSubmission("show.mp4", 5), id)
                        .state())
                .isEqualTo(RecordingState.UPLOADING);
    }

    @Test
    void nothingIsLeftOfAnUploadWhoseFirstAnswerWasLost() {
        some.library.losesTheNextAnswer();
        var id = RecordingId.fresh();

        assertThatThrownBy(() -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id))
                .isInstanceOf(Unavailable.class);

        assertThat(some.recordings.find(some.event.id(), id)).isEmpty();
        assertThat(some.library.has(id)).isFalse();
    }

    @Test
    void whereNobodyKnowsWhetherSomethingIsLeftItIsRemovedInItsTime() {
        some.library.losesTheNextAnswer();
        some.library.isSilentAtTheNextDeletion();
        var id = RecordingId.fresh();
        assertThatThrownBy(() -> some.uploading.begin(some.event.id(), aSubmission("show.mp4", 5), id))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("in time");
        assertThat(some.library.has(id)).isTrue();

        some.clock.pass(PATIENCE);
        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.library.has(id)).isFalse();
    }

    @Test
    void eventsThatAreNoneOrArchivedTakeNothing() {
        var archived = SomeEvents.archived(SomeEvents.aDraft(), some.clock.instant());
        some.events.add(archived);

        assertThatThrownBy(() -> begin(EventId.fresh())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> begin(archived.id())).isInstanceOf(WrongState.class);
    }

    @Test
    void whatTheDeploymentLacksIsSaid() {
        some.library.lacks("The setting foyer.media.directory is missing.");

        assertThatThrownBy(some::begun).isInstanceOf(WrongState.class).hasMessageContaining("foyer.media.directory");
    }

    @Test
    void whatIsMissingIsNamed() {
        var begun = some.begun();

        assertThatThrownBy(() -> some.uploading.complete(some.event.id(), begun.id()))
                .isInstanceOfSatisfying(
                        UploadIncomplete.class,
                        incomplete -> assertThat(incomplete.details()).isEqualTo(Map.of("missing", List.of(1L))));
        assertThat(some.kept(begun)).isEqualTo(begun);
    }

    @Test
    void completingTwiceIsTheSameAsOnce() {
        var submitted = some.submitted();

        assertThat(submitted.state()).isEqualTo(RecordingState.SUBMITTED);
        assertThat(some.uploading.complete(some.event.id(), submitted.id())).isEqualTo(submitted);
        assertThat(some.uploading.parts(submitted)).isEmpty();
    }

    @Test
    void nobodyCompletesWhatIsNotTheEvents() {
        var begun = some.begun();

        assertThatThrownBy(() -> some.uploading.complete(EventId.fresh(), begun.id()))
                .isInstanceOf(NotFound.class);
    }

    private void begin(EventId event) {
        some.uploading.begin(event, aSubmission("show.mp4", 5), RecordingId.fresh());
    }
}
