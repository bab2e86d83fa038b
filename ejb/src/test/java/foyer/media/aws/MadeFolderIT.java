package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.CannotMake;
import foyer.media.RecordingId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job has written is shown only if each of its addresses carries the right to watch. */
class MadeFolderIT {
    private static final String MASTER = "master.m3u8";
    private static final String PICTURE = "picture.m3u8";
    private static final String SOUND = "sound.m3u8";
    private static final String STILLS = "stills.m3u8";

    private final AwsHouse house = new AwsHouse();
    private final AwsConnection connection =
            new AwsConnection(AwsHouse.settings(house.cloud.endpoint(), 1), Clock.systemUTC());
    private final Shelf shelf = Shelf.ofHarvest(EventId.fresh(), RecordingId.fresh());
    private final MadeFolder folder = new MadeFolder(
            new Bucket(connection.s3(), new AwsCalls(new AwsTurnstile()), S3StandIn.BUCKET), shelf, "MediaPackage");

    @BeforeEach
    void writeAWholeOne() {
        write(MASTER, """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Sound",URI="sound.m3u8"
                #EXT-X-SESSION-DATA:DATA-ID="example.title",URI="title.json"
                #EXT-X-SESSION-KEY:METHOD=AES-128,URI="session.key"
                #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,URI="stills.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=900000,AUDIO="audio"
                picture.m3u8
                """);
        write(STILLS, """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:2
                #EXT-X-I-FRAMES-ONLY
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:2.0,
                #EXT-X-BYTERANGE:1000@100
                first.mp4
                #EXT-X-ENDLIST
                """);
        for (var rendition : new String[] {PICTURE, SOUND}) {
            write(rendition, """
                    #EXTM3U
                    #EXT-X-VERSION:7
                    #EXT-X-TARGETDURATION:2
                    #EXT-X-KEY:METHOD=AES-128,URI="segment.key"
                    #EXT-X-MAP:URI="init.mp4"
                    #EXTINF:2.0,
                    first.mp4
                    #EXTINF:1.5,
                    second.mp4
                    #EXT-X-ENDLIST
                    """);
        }
    }

    @AfterEach
    void moveOut() {
        connection.close();
        house.close();
    }

    @Test
    void oneOfRelativeAddressesIsAsLongAsItsPicture() {
        assertThat(folder.length()).isEqualTo(Duration.ofMillis(3_500));
    }

    @ParameterizedTest
    @CsvSource({
        "master.m3u8,picture.m3u8,https://elsewhere.example/picture.m3u8",
        "master.m3u8,picture.m3u8,/picture.m3u8",
        "master.m3u8,sound.m3u8,https://elsewhere.example/sound.m3u8",
        "master.m3u8,sound.m3u8,/sound.m3u8",
        "master.m3u8,sound.m3u8,../sound.m3u8",
        "picture.m3u8,first.mp4,/out/v1/first.mp4",
        "picture.m3u8,first.mp4,//elsewhere.example/first.mp4",
        "picture.m3u8,init.mp4,https://elsewhere.example/init.mp4",
        "sound.m3u8,second.mp4,/second.mp4",
        "sound.m3u8,init.mp4,/init.mp4",
        "sound.m3u8,segment.key,https://elsewhere.example/segment.key",
        "picture.m3u8,segment.key,/segment.key",
        "master.m3u8,stills.m3u8,https://elsewhere.example/stills.m3u8",
        "stills.m3u8,first.mp4,/first.mp4",
        "stills.m3u8,init.mp4,//elsewhere.example/init.mp4",
        "master.m3u8,session.key,https://elsewhere.example/session.key",
        "master.m3u8,title.json,/title.json"
    })
    void oneThatNamesAnythingByAnotherAddressIsRefused(String file, String address, String elsewhere) {
        write(file, text(file).replace(address, elsewhere));

        assertThatThrownBy(folder::length).isInstanceOf(CannotMake.class).hasMessageContaining("relative address");
    }

    @Test
    void aRenditionThatIsNotThereIsMissed() {
        write(MASTER, text(MASTER).replace(SOUND, "other.m3u8"));

        assertThatThrownBy(folder::length).isInstanceOf(CannotMake.class).hasMessageContaining("other.m3u8");
    }

    private void write(String file, String text) {
        house.s3.put(shelf.plays() + file, text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String file) {
        var bytes = house.s3.objects().get(shelf.plays() + file);
        return new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8);
    }
}
