package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.captions.CaptionTrack;
import foyer.media.rendition.UnfitPlaylist;
import foyer.shared.NotFound;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptioningTest {
    private static final byte[] A_FILE =
            "WEBVTT\n\n00:01.000 --> 00:02.000\nGuten Abend\n".getBytes(StandardCharsets.UTF_8);

    private final SomeUploads some = new SomeUploads();
    private final Captioning captioning = new Captioning();

    @BeforeEach
    void onTheSameShelves() {
        captioning.recordings = some.recordings;
        captioning.library = some.library;
    }

    @Test
    void aLanguageIsCalledByItsOwnNameUnlessSomebodySaysOtherwise() {
        var recording = complete();

        assertThat(offered(recording, "DE", null)).isEqualTo(new CaptionTrack("de", "Deutsch"));
        assertThat(offered(recording, "pt-br", null)).isEqualTo(new CaptionTrack("pt-BR", "Português (Brasil)"));
        assertThat(offered(recording, "de", " Für Gehörlose ")).isEqualTo(new CaptionTrack("de", "Für Gehörlose"));

        assertThat(captioning.captions(recording))
                .extracting(CaptionTrack::language)
                .containsExactly("pt-BR", "de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "deutsch",
                "de_DE",
                "../de",
                "de\"",
                "x-private",
                "de-u-co-phonebk-and-much-more-than-35"
            })
    void whatIsNoLanguageIsRefused(String language) {
        var recording = complete();

        assertThatThrownBy(() -> offered(recording, language, null)).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aLabelIsFitForAPlaylistAndCalledSoOnce() {
        var recording = complete();
        offered(recording, "de", "Words");

        assertThatThrownBy(() -> offered(recording, "en", "Words")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> offered(recording, "en", "a\",URI=\"b")).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> offered(recording, "en", "a\nb")).isInstanceOf(ValidationFailed.class);
        assertThat(captioning.captions(recording)).hasSize(1);
    }

    @Test
    void whatIsWrongReplacesNothing() {
        var recording = complete();
        offered(recording, "de", null);

        assertThatThrownBy(() ->
                        captioning.offer(some.event.id(), recording.id(), "de", Optional.of("New"), new byte[] {1}))
                .isInstanceOf(ValidationFailed.class);

        assertThat(captioning.captions(recording)).containsExactly(new CaptionTrack("de", "Deutsch"));
    }

    @Test
    void whatDoesNotPlayYetTakesNone() {
        var submitted = some.submitted();

        assertThatThrownBy(() -> offered(submitted, "de", null)).isInstanceOf(WrongState.class);
        assertThat(captioning.captions(submitted)).isEmpty();
        assertThatThrownBy(() -> captioning.withdraw(EventId.fresh(), submitted.id(), "de"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasLiveTakesThemToo() {
        var made = harvested();

        offered(made, "de", null);

        assertThat(captioning.captions(made)).containsExactly(new CaptionTrack("de", "Deutsch"));
    }

    @Test
    void whatWasLiveByAnUnknownClockTakesNone() {
        var made = harvested();
        some.library.hasNoTimes();

        assertThatThrownBy(() -> offered(made, "de", null))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("by which clock")
                .hasCauseInstanceOf(UnfitPlaylist.class);
    }

    @Test
    void takingAwayTwiceIsTheSameAsOnce() {
        var recording = complete();
        offered(recording, "de", null);

        captioning.withdraw(some.event.id(), recording.id(), "DE");
        captioning.withdraw(some.event.id(), recording.id(), "de");

        assertThat(captioning.captions(recording)).isEmpty();
    }

    private Recording harvested() {
        var made = SomeRecordings.ofWhatWasLive(some.event.id(), RecordingId.fresh(), Duration.ofMinutes(5));
        some.recordings.add(made);
        return made;
    }

    private Recording complete() {
        var submitted = some.submitted();
        some.transcoding.lookAt(submitted);
        return some.kept(submitted);
    }

    private CaptionTrack offered(Recording recording, String language, @Nullable String label) {
        return captioning.offer(some.event.id(), recording.id(), language, Optional.ofNullable(label), A_FILE);
    }
}
