package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.LiveOrigin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures that become posters of what was live. */
class LivePostersIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void whatMediaLiveShowedLastIsTheRecordingsPoster() {
        var picture = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 7};
        house.mediaLive.show(picture);
        var life = house.aLife();

        life.lead(origin);

        assertThat(house.s3.objects().get(poster(life))).isEqualTo(picture);
        assertThat(house.s3.objects().keySet()).noneMatch(key -> key.startsWith(".live/"));
        house.assertThatNothingIsLeft();
    }

    @Test
    void aPictureIsKeptEveryFewMinutesAndTheLastIsTaken() {
        var life = house.aLife();
        life.run(origin);
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        for (var minute = 0; minute < 10 && isNothingKept(); minute++) {
            house.clock.pass(Duration.ofMinutes(1));
            origin.status(life.broadcast);
        }
        var kept = kept();
        house.mediaLive.show(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 8});

        house.clock.pass(Duration.ofMinutes(4));
        origin.status(life.broadcast);
        assertThat(kept()).isEqualTo(kept);

        house.clock.pass(Duration.ofMinutes(2));
        origin.status(life.broadcast);
        assertThat(kept()).isNotEqualTo(kept).endsWith(8);
    }

    @Test
    void whatIsNoPictureIsNobodysPoster() {
        house.mediaLive.show("<html>".getBytes(StandardCharsets.UTF_8));
        var life = house.aLife();

        life.lead(origin);

        assertThat(life.playsItsRecording()).isTrue();
        assertThat(house.s3.objects()).doesNotContainKey(poster(life));
    }

    @Test
    void withoutAPictureAChannelRunsAndIsHarvestedAllTheSame() {
        house.cloud.throttle("medialive:DescribeThumbnails", 1_000);
        var life = house.aLife();

        life.lead(origin);

        assertThat(life.playsItsRecording()).isTrue();
        house.assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:CopyObject", "s3:DeleteObject"})
    void whoMayNotGiveAPosterKeepsTheRecordingAndNoChannel(String operation) {
        house.cloud.refuse(operation, new AwsRefusal(403, "AccessDenied", "Access Denied"));
        var life = house.aLife();

        life.lead(origin);

        assertThat(life.playsItsRecording()).isTrue();
        house.assertThatNoChannelIsLeft();
    }

    private boolean isNothingKept() {
        return house.s3.objects().keySet().stream().noneMatch(key -> key.startsWith(".live/"));
    }

    private byte[] kept() {
        return house.s3.objects().entrySet().stream()
                .filter(object -> object.getKey().startsWith(".live/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String poster(ChannelLife life) {
        return "posters/" + life.broadcast.event().value() + "/"
                + life.recording().value() + "/poster.jpg";
    }
}
