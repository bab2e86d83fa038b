package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.captions.CaptionTrack;
import foyer.media.captions.WebVtt;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every library of recordings promises. */
public interface VodLibraryContract {
    int MOST_QUESTIONS = 200;

    VodLibrary library();

    /** A video that plays for five seconds or so, as a file. */
    byte[] aVideo();

    /** Before a library that has its work done elsewhere is asked again. */
    default void pause() {}

    /** As whoever has the part's address sends it. */
    void send(Recording recording, int part, byte[] bytes);

    @Test
    default void partsAreThereInWhateverOrderTheyCome() {
        var recording = opened(aVideo());
        assertThat(library().parts(recording)).isEmpty();

        send(recording, 3, part(recording, 3));
        send(recording, 1, part(recording, 1));

        assertThat(library().parts(recording))
                .containsOnlyKeys(1, 3)
                .containsEntry(3, recording.upload().length(3));
    }

    @Test
    default void ofAPartThatIsNotWholeNothingIsKept() {
        var recording = opened(aVideo());
        var whole = part(recording, 1);

        assertThatThrownBy(() -> send(recording, 1, Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(PartBroken.class);
        assertThatThrownBy(() -> send(recording, 1, Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(PartBroken.class);

        assertThat(library().parts(recording)).isEmpty();
    }

    @Test
    default void aPartSentAgainReplacesTheOneBefore() {
        var recording = opened(aVideo());
        send(recording, 1, new byte[part(recording, 1).length]);

        sendAll(recording);

        assertThat(transcoded(recording)).isInstanceOf(Transcode.Done.class);
    }

    @Test
    default void whatIsClosedTakesNoMoreParts() {
        var recording = uploaded(aVideo());
        library().close(recording);

        assertThatThrownBy(() -> send(recording, 1, part(recording, 1))).isInstanceOf(NotFound.class);
        assertThat(library().parts(recording)).hasSize(recording.upload().parts());
    }

    @Test
    default void whatWasNeverBegunTakesNoParts() {
        var recording = SomeRecordings.anUploadOf(10, 10);

        assertThatThrownBy(() -> send(recording, 1, new byte[10])).isInstanceOf(NotFound.class);
    }

    @Test
    default void aVideoIsMadeOnceAndPlays() {
        var recording = SomeRecordings.takenUp(uploaded(aVideo()));

        var done = (Transcode.Done) transcoded(recording);

        assertThat(done.length()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(transcoded(recording)).isEqualTo(done);
        assertThat(library().playback(recording).manifest())
                .asString()
                .contains(recording.event().value(), recording.id().value())
                .endsWith(".m3u8");
    }

    @Test
    default void whatIsNoVideoFailsInWords() {
        var recording = SomeRecordings.takenUp(
                uploaded("This is a letter and no video.".repeat(400_000).getBytes(StandardCharsets.UTF_8)));

        var failed = (Transcode.Failed) transcoded(recording);

        assertThat(failed.trouble().words()).contains("no video");
        assertThat(failed.trouble().curable()).isFalse();
    }

    @Test
    default void whoMayNotGoOnLeavesItToTheNext() {
        var recording = SomeRecordings.takenUp(uploaded(aVideo()));
        library().close(recording);

        assertThat(library().transcode(recording, percent -> false)).isInstanceOf(Transcode.Left.class);
        assertThat(transcoded(recording)).isInstanceOf(Transcode.Done.class);
    }

    @Test
    default void progressOnlyGrows() {
        var recording = SomeRecordings.takenUp(uploaded(aVideo()));
        var last = new AtomicInteger();
        library().close(recording);

        ended(recording, percent -> {
            assertThat(percent).isBetween(last.get(), 100);
            last.set(percent);
            return true;
        });

        assertThat(last).hasPositiveValue();
    }

    @Test
    default void captionsAreOfferedReplacedAndTakenAway() {
        var taken = SomeRecordings.takenUp(uploaded(aVideo()));
        var recording = taken.finished(((Transcode.Done) transcoded(taken)).length(), SettableClock.NOON);
        var before = library().captions(recording);
        var first = new CaptionTrack("nl", "Nederlands");
        var second = new CaptionTrack("nl", "Vlaams");

        library().offer(recording, first, words("Goedenavond"));
        library().offer(recording, first, words("Goedenavond"));
        assertThat(library().captions(recording)).containsAll(before).contains(first);

        library().offer(recording, second, words("Goeienavond"));
        assertThat(library().captions(recording))
                .hasSize(before.size() + 1)
                .contains(second)
                .doesNotContain(first);

        library().withdraw(recording, "nl");
        library().withdraw(recording, "nl");
        assertThat(library().captions(recording)).isEqualTo(before);
    }

    private static WebVtt words(String words) {
        var file = "WEBVTT\n\n00:01.000 --> 00:03.500\n" + words + "\n";
        return WebVtt.read(file.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(4));
    }

    @Test
    default void whatIsDeletedIsGone() {
        var recording = SomeRecordings.takenUp(uploaded(aVideo()));
        library().delete(recording);
        library().delete(recording);

        assertThat(library().parts(recording)).isEmpty();
        assertThat(transcoded(recording)).isInstanceOf(Transcode.Failed.class);
    }

    /** In parts of which the last is short. */
    private Recording opened(byte[] file) {
        var recording = SomeRecordings.anUploadOf(file.length, file.length / 2 - 1);
        library().open(recording);
        library().open(recording);
        return recording;
    }

    private Recording uploaded(byte[] file) {
        var recording = opened(file);
        sendAll(recording, file);
        return recording;
    }

    private void sendAll(Recording recording) {
        sendAll(recording, aVideo());
    }

    private void sendAll(Recording recording, byte[] file) {
        recording.upload().numbers().forEach(part -> send(recording, part, part(recording, part, file)));
    }

    private Transcode transcoded(Recording recording) {
        library().close(recording);
        return ended(recording, percent -> true);
    }

    private Transcode ended(Recording recording, Progress progress) {
        var result = library().transcode(recording, progress);
        for (var again = 0; again < MOST_QUESTIONS && result instanceof Transcode.Running; again++) {
            pause();
            result = library().transcode(recording, progress);
        }
        return result;
    }

    private byte[] part(Recording recording, int part) {
        return part(recording, part, aVideo());
    }

    private static byte[] part(Recording recording, int part, byte[] file) {
        var from = (int) ((part - 1) * recording.upload().partSize());
        return Arrays.copyOfRange(file, from, from + (int) recording.upload().length(part));
    }
}
