package foyer.media;

import static foyer.media.SomeRecordings.LEASE;
import static foyer.media.SomeRecordings.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.event.Screening;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TranscodingTest {
    private final SomeUploads some = new SomeUploads();

    @Test
    void theEventPlaysWhatIsComplete() {
        var submitted = some.submitted();

        some.transcoding.lookAt(submitted);

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(some.kept(submitted).length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(some.keptEvent().manifestUrl())
                .contains(some.library.playback(submitted).manifest().toString());
    }

    @Test
    void whoeverSeesItLaterThanAnotherLeavesIt() {
        var submitted = some.submitted();
        some.transcoding.lookAt(submitted);
        var complete = some.kept(submitted);

        assertThatThrownBy(() -> some.transcoding.lookAt(submitted)).isInstanceOf(VersionConflict.class);
        assertThat(some.kept(submitted)).isEqualTo(complete);
    }

    @Test
    void whatSomebodyDiedOverIsTakenUpOnceItsLeaseIsOver() {
        var submitted = some.submitted();
        some.library.answers(() -> {
            throw new IllegalStateException("The node died.");
        });
        assertThatThrownBy(() -> some.transcoding.lookAt(submitted)).isInstanceOf(IllegalStateException.class);
        assertThat(some.recordings.due(some.clock.instant(), 10)).isEmpty();

        some.clock.pass(LEASE);
        some.library.answers(() -> new Transcode.Done(Duration.ofSeconds(7)));
        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.COMPLETE);
    }

    @Test
    void whatKillsEveryNodeIsGivenUpAndMayBeSubmittedAgain() {
        var submitted = some.submitted();
        some.library.answers(() -> {
            throw new IllegalStateException("The node died.");
        });
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(submitted)))
                    .isInstanceOf(IllegalStateException.class);
        }
        some.transcoding.lookAt(some.kept(submitted));

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.ERROR);
        assertThat(some.uploading.complete(some.event.id(), submitted.id()).state())
                .isEqualTo(RecordingState.SUBMITTED);
    }

    @Test
    void whatFailsSaysWhy() {
        var submitted = some.submitted();
        some.library.answers(() -> new Transcode.Failed(new Trouble("This is no video.", false)));

        some.transcoding.lookAt(submitted);

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.ERROR);
        assertThat(some.kept(submitted).trouble()).isEqualTo(new Trouble("This is no video.", false));
        assertThat(some.keptEvent().manifestUrl()).isEmpty();
    }

    @Test
    void workThatGoesOnElsewhereIsAskedAboutAgainAndAgain() {
        var submitted = some.submitted();
        some.library.answers(() -> new Transcode.Running(40));
        for (var round = 0; round < 9; round++) {
            some.transcoding.lookAt(some.kept(submitted));
        }

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.PROGRESSING);
        assertThat(some.kept(submitted).percent()).isEqualTo(40);
    }

    @Test
    void workElsewhereThatNobodyCanTellOfIsAskedAboutUntilSomebodyCan() {
        var submitted = some.submitted();
        some.library.hasItsWorkDoneElsewhere();
        some.library.answers(() -> new Transcode.Running(40));
        some.transcoding.lookAt(some.kept(submitted));
        some.library.answers(TranscodingTest::silent);
        for (var round = 0; round < 9; round++) {
            some.clock.pass(LEASE);
            var due = some.recordings.due(some.clock.instant(), 10);
            assertThat(due).hasSize(1);
            assertThatThrownBy(() -> some.transcoding.lookAt(due.get(0))).isInstanceOf(Unavailable.class);
            assertThat(some.recordings.due(some.clock.instant(), 10)).isEmpty();
        }
        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.PROGRESSING);
        assertThat(some.kept(submitted).percent()).isEqualTo(40);
        assertThat(some.kept(submitted).trouble())
                .isEqualTo(new Trouble(
                        "The library does not answer. It is asked again by itself how far this recording is.", true));

        some.clock.pass(LEASE);
        some.library.answers(() -> new Transcode.Done(Duration.ofSeconds(7)));
        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.COMPLETE);
        assertThat(some.kept(submitted).trouble()).isNull();
    }

    @Test
    void whoeverDiesOverItIsCountedHoweverOftenNobodyAnswersInBetween() {
        var submitted = some.submitted();
        some.library.hasItsWorkDoneElsewhere();
        for (var attempt = 0; attempt < 3; attempt++) {
            some.library.answers(TranscodingTest::silent);
            assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(submitted)))
                    .isInstanceOf(Unavailable.class);
            some.library.answers(() -> {
                throw new IllegalStateException("The node died.");
            });
            assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(submitted)))
                    .isInstanceOf(IllegalStateException.class);
        }
        some.transcoding.lookAt(some.kept(submitted));

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.ERROR);
    }

    @Test
    void workHereThatADiskFailsIsGivenUp() {
        var submitted = some.submitted();
        some.library.answers(TranscodingTest::silent);
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(submitted)))
                    .isInstanceOf(Unavailable.class);
            assertThat(some.recordings.due(some.clock.instant(), 10)).isEmpty();
            some.clock.pass(LEASE);
        }
        some.transcoding.lookAt(some.kept(submitted));

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.ERROR);
    }

    @Test
    void whatIsMadeIsShownOnceTheStoreAnswers() {
        var submitted = some.submitted();
        var screening = some.transcoding.screening;
        some.transcoding.screening = new Screening() {
            @Override
            public void show(EventId event, String manifest, String poster) {
                throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
            }
        };
        for (var round = 0; round < 9; round++) {
            assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(submitted)))
                    .isInstanceOf(Unavailable.class);
        }

        some.transcoding.screening = screening;
        some.transcoding.lookAt(some.kept(submitted));

        assertThat(some.kept(submitted).state()).isEqualTo(RecordingState.COMPLETE);
    }

    @Test
    void whatIsDeletedMeanwhileLeavesNothing() {
        var submitted = some.submitted();
        some.library.answers(() -> {
            some.keeping.delete(some.event.id(), submitted.id());
            return new Transcode.Done(Duration.ofSeconds(5));
        });

        some.transcoding.lookAt(submitted);

        assertThat(some.recordings.find(some.event.id(), submitted.id())).isEmpty();
        assertThat(some.library.has(submitted)).isFalse();
        assertThat(some.keptEvent().manifestUrl()).isEmpty();
        assertThat(some.keptEvent().thumbnailUrl()).isEmpty();
    }

    @Test
    void anUploadThatNobodyCompletesIsGivenUp() {
        var begun = some.begun();
        some.clock.pass(PATIENCE);

        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.kept(begun).state()).isEqualTo(RecordingState.CANCELED);
        assertThat(some.library.has(begun)).isFalse();
    }

    @Test
    void whatCameOfAnUploadThatWasGivenUpIsRemovedThoughTheLibraryWasSilent() {
        var begun = some.begun();
        some.clock.pass(PATIENCE);
        some.library.isSilentAtTheNextDeletion();
        assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(begun))).isInstanceOf(Unavailable.class);
        assertThat(some.kept(begun).state()).isEqualTo(RecordingState.CANCELED);
        assertThat(some.library.has(begun)).isTrue();

        some.clock.pass(LEASE);
        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.library.has(begun)).isFalse();
        assertThat(some.kept(begun).due()).isEmpty();
        assertThat(some.kept(begun).trouble()).isNotNull();
    }

    @Test
    void whatCannotBeRemovedKeepsNoOthersWaiting() {
        var begun = some.begun();
        some.clock.pass(PATIENCE);
        for (var tries = 0; tries < 2; tries++) {
            some.library.isSilentAtTheNextDeletion();
            assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(begun))).isInstanceOf(Unavailable.class);

            assertThat(some.recordings.due(some.clock.instant(), 10)).isEmpty();
            some.clock.pass(LEASE);
            assertThat(some.recordings.due(some.clock.instant(), 10)).hasSize(1);
        }
    }

    @Test
    void aDeletionThatSomebodyDiedOverIsEnded() {
        var submitted = some.submitted();
        some.recordings.replace(submitted, submitted.deleting(some.clock.instant()));

        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.recordings.find(some.event.id(), submitted.id())).isEmpty();
        assertThat(some.library.has(submitted)).isFalse();
    }

    private static Transcode silent() {
        throw new Unavailable("The library does not answer.", Duration.ofSeconds(5));
    }

    @Test
    void whatCannotBeDeletedKeepsNoOthersWaiting() {
        var submitted = some.submitted();
        some.recordings.replace(submitted, submitted.deleting(some.clock.instant()));
        some.library.isSilentAtTheNextDeletion();
        assertThatThrownBy(() -> some.transcoding.lookAt(some.kept(submitted))).isInstanceOf(Unavailable.class);
        assertThat(some.kept(submitted).deleted()).isTrue();
        assertThat(some.recordings.due(some.clock.instant(), 10)).isEmpty();

        some.clock.pass(LEASE);
        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.recordings.find(some.event.id(), submitted.id())).isEmpty();
        assertThat(some.library.has(submitted)).isFalse();
    }

    @Test
    void aSilentStoreIsToleratedForALeaseAndNoLonger() {
        var silent = new RecordingsInMemory() {
            @Override
            public void replace(Recording before, Recording after) {
                throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
            }
        };
        var held = new Held(SomeRecordings.takenUp(SomeRecordings.anUpload()), silent, LEASE, some.clock);

        some.clock.pass(LEASE.minusSeconds(1));
        assertThat(held.reached(10)).isTrue();
        some.clock.pass(Duration.ofSeconds(1));
        assertThat(held.reached(11)).isFalse();
    }
}
