package foyer.media;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LengthsTest {
    private final SomeUploads some = new SomeUploads();
    private final Lengths lengths = new Lengths(some.recordings, some.library);

    @Test
    void ofARecordingThatAnEventPlaysItIsKnown() {
        some.transcoding.lookAt(some.submitted());

        assertThat(lengths.of(some.keptEvent())).contains(Duration.ofSeconds(5));
    }

    @Test
    void ofTheOneThatPlaysAndNotOfAnother() {
        some.library.answers(() -> new Transcode.Done(Duration.ofMinutes(1)));
        some.transcoding.lookAt(some.submitted());
        some.library.answers(() -> new Transcode.Done(Duration.ofMinutes(2)));
        some.transcoding.lookAt(some.submitted());

        assertThat(lengths.of(some.keptEvent())).contains(Duration.ofMinutes(2));
    }

    @Test
    void ofWhatIsNoRecordingOfOursNobodyKnows() {
        some.transcoding.lookAt(some.submitted());

        assertThat(lengths.of(aPublishedEventOf(aSubmissionWith("videoUrl", "https://cdn.example.org/live.m3u8"))))
                .isEmpty();
        assertThat(lengths.of(some.event)).isEmpty();
    }

    @Test
    void whereNoRecordingsAreKeptNobodyIsAsked() {
        some.transcoding.lookAt(some.submitted());
        some.library.lacks("There is no folder.");

        assertThat(lengths.of(some.keptEvent())).isEmpty();
    }
}
