package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.NotFound;
import org.junit.jupiter.api.Test;

class KeepingRecordingsTest {
    private final SomeUploads some = new SomeUploads();

    @Test
    void whatPlaysSaysWhere() {
        var submitted = some.submitted();
        assertThat(some.keeping.playback(submitted)).isEmpty();

        some.transcoding.lookAt(submitted);

        assertThat(some.keeping.playback(some.kept(submitted))).contains(some.library.playback(submitted));
    }

    @Test
    void deletingTakesItOffTheEvent() {
        var submitted = some.submitted();
        some.transcoding.lookAt(submitted);

        some.keeping.delete(some.event.id(), submitted.id());
        some.keeping.delete(some.event.id(), submitted.id());

        assertThat(some.keptEvent().manifestUrl()).isEmpty();
        assertThat(some.keptEvent().thumbnailUrl()).isEmpty();
        assertThat(some.keeping.recordings(some.event.id())).isEmpty();
        assertThat(some.library.has(submitted)).isFalse();
    }

    @Test
    void whatIsBeingDeletedIsSeenByNobody() {
        var submitted = some.submitted();
        some.recordings.replace(submitted, submitted.deleting(some.clock.instant()));

        assertThat(some.keeping.recordings(some.event.id())).isEmpty();
        assertThatThrownBy(() -> some.keeping.recording(some.event.id(), submitted.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.uploading.complete(some.event.id(), submitted.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsAnotherEventsIsNotFound() {
        var submitted = some.submitted();

        assertThatThrownBy(() -> some.keeping.recording(EventId.fresh(), submitted.id()))
                .isInstanceOf(NotFound.class);
        some.keeping.delete(EventId.fresh(), submitted.id());
        assertThat(some.kept(submitted)).isEqualTo(submitted);
    }
}
