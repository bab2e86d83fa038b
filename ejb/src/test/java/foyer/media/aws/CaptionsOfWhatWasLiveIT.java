package foyer.media.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.Recording;
import foyer.media.RecordingId;
import foyer.media.SomeRecordings;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.SomeMp4;
import foyer.media.captions.WebVtt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Captions beside segments that MediaPackage has put into the bucket. */
@TestInstance(Lifecycle.PER_CLASS)
class CaptionsOfWhatWasLiveIT {
    private static final int SCALE = 90_000;
    private static final int LARGE = 1 << 20;

    private final AwsHouse house = new AwsHouse();

    @AfterAll
    void moveOut() {
        house.close();
    }

    @Test
    void theySayByWhichClockTheSegmentsCount() {
        var recording = harvested();
        put(recording, "segment_1_5.mp4", SomeMp4.segment(1_795_953_600L * SCALE));

        house.library.offer(recording, new CaptionTrack("nl", "Nederlands"), words());

        assertThat(house.library.captions(recording)).containsExactly(new CaptionTrack("nl", "Nederlands"));
        assertThat(text(recording, "/00000.vtt"))
                .startsWith("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:" + 1_795_953_600L * SCALE % (1L << 33)
                        + "\n\n")
                .endsWith("Goedenavond\n");
    }

    @Test
    void whatSaysNothingOfItsTimesTakesNone() {
        var recording = harvested();
        put(recording, "segment_1_5.mp4", new byte[188]);

        assertThatThrownBy(() -> house.library.offer(recording, new CaptionTrack("nl", "Nederlands"), words()))
                .hasMessageContaining("segment_1_5.mp4");
        assertThat(house.library.captions(recording)).isEmpty();
    }

    private Recording harvested() {
        var recording = SomeRecordings.ofWhatWasLive(EventId.fresh(), RecordingId.fresh(), Duration.ofSeconds(4));
        put(recording, "master.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=100000\nmaster_1.m3u8\n");
        put(recording, "master_1.m3u8", """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:2
                #EXT-X-MAP:URI="segment_1_init.mp4"
                #EXTINF:2.0,
                segment_1_5.mp4
                #EXTINF:2.0,
                segment_1_6.mp4
                #EXT-X-ENDLIST
                """);
        put(recording, "segment_1_init.mp4", SomeMp4.initialization(SCALE));
        return recording;
    }

    private void put(Recording recording, String name, String text) {
        house.s3.put(key(recording, name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** With a picture that is not fetched. */
    private void put(Recording recording, String name, byte[] begins) {
        house.s3.put(key(recording, name), Arrays.copyOf(begins, LARGE));
    }

    private String text(Recording recording, String ending) {
        var found = house.s3.objects().entrySet().stream()
                .filter(object -> object.getKey().startsWith(key(recording, "captions-"))
                        && object.getKey().endsWith(ending))
                .findFirst();
        return new String(requireNonNull(found.orElseThrow().getValue()), StandardCharsets.UTF_8);
    }

    private static String key(Recording recording, String name) {
        return recording.event().value() + "/" + recording.id().value() + "/" + name;
    }

    private static WebVtt words() {
        var file = "WEBVTT\n\n00:01.000 --> 00:03.500\nGoedenavond\n";
        return WebVtt.read(file.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(4));
    }
}
