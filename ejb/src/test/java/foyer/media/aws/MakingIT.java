package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.Recording;
import foyer.media.SomeRecordings;
import foyer.media.Transcode;
import foyer.shared.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakingIT {
    private final AwsHouse house = new AwsHouse();

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void theLadderHasEveryRungOfAFullPicture() {
        house.ended(house.arrived(AwsHouse.aVideo("1920x1080 5s 1 sounds")));

        assertThat(heights()).containsExactly(1080L, 720L, 540L, 360L, 240L);
        assertThat(bitrates()).containsExactly(5_000_000L, 3_000_000L, 1_800_000L, 800_000L, 400_000L);
    }

    @ParameterizedTest
    @CsvSource({"1280x720,720", "1279x719,540", "640x480,360", "320x180,180", "1080x1920,1920", "3840x1600,800"})
    void noRungIsLargerThanTheSource(String size, long largest) {
        house.ended(house.arrived(AwsHouse.aVideo(size + " 5s 1 sounds")));

        assertThat(heights().get(0)).isEqualTo(largest);
    }

    @Test
    void allRenditionsHaveTheirKeyframesByTheClock() {
        house.ended(house.arrived(AwsHouse.aVideo("1920x1080 5s 1 sounds, 120 pictures a second")));

        assertThat(h264()).allSatisfy(settings -> {
            assertThat(settings.get("gopSize")).hasToString("2.0");
            assertThat(settings.get("gopSizeUnits")).isEqualTo("SECONDS");
            assertThat(settings.get("sceneChangeDetect")).isEqualTo("DISABLED");
            assertThat(settings.get("framerateNumerator")).isEqualTo(60L);
        });
    }

    @Test
    void everySoundHasAnOutputOfItsOwnAndSilenceNone() {
        house.ended(house.arrived(AwsHouse.aVideo("640x360 5s 2 sounds")));
        house.ended(house.arrived(AwsHouse.aVideo("640x360 5s 0 sounds")));

        assertThat(outputs(0))
                .filteredOn(output -> output.containsKey("audioDescriptions"))
                .hasSize(2);
        assertThat(String.valueOf(outputs(1))).doesNotContain("audio");
    }

    @Test
    void embeddedCaptionsBecomeARendition() {
        house.ended(house.arrived(AwsHouse.aVideo("640x360 5s 1 sounds, captions")));

        assertThat(String.valueOf(outputs(0))).contains("WEBVTT");
    }

    @Test
    void aJobSaysForWhichEventItIsAndWhatFor() {
        var recording = house.arrived(AwsHouse.aVideo());

        house.ended(recording);

        assertThat(order(0).get("Tags"))
                .isEqualTo(Map.of("foyer-event", recording.event().value(), "foyer-purpose", "recording"));
        assertThat(order(0).get("Role")).isEqualTo(AwsHouse.ROLE);
    }

    @Test
    void whatPlaysHasAPosterForEverybodyAndThumbnailsByTime() {
        var recording = house.arrived(AwsHouse.aVideo("1920x1080 9s 1 sounds"));

        house.ended(recording);

        var shelf = new Shelf(recording);
        assertThat(house.s3.objects()).containsKey(shelf.plays() + "master.m3u8");
        // The second still, not the black of the beginning.
        assertThat(house.s3.objects().get(shelf.poster())).containsExactly(1);
        assertThat(text(shelf.plays() + "thumbnails.vtt")).isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:04.000
                        thumbnail.0000000.jpg

                        00:00:04.000 --> 00:00:08.000
                        thumbnail.0000001.jpg

                        00:00:08.000 --> 00:00:09.000
                        thumbnail.0000002.jpg
                        """);
    }

    @Test
    void whatWasSentIsNotKeptBesideWhatWasMadeOfIt() {
        var recording = house.arrived(AwsHouse.aVideo());

        house.ended(recording);

        assertThat(house.s3.objects()).doesNotContainKey(new Shelf(recording).file());
        assertThat(house.s3.objects().keySet()).noneMatch(key -> key.startsWith(new Shelf(recording).stills()));
    }

    @Test
    void aJobWhoseAnswerWasLostIsTheSameJob() {
        var recording = house.arrived(AwsHouse.aVideo());
        house.cloud.lose("mediaconvert:CreateJob", 1);

        assertThat(house.ended(recording)).isEqualTo(new Transcode.Done(Duration.ofSeconds(5)));

        assertThat(house.mediaConvert.orders()).hasSize(1);
    }

    @Test
    void throttledOnEveryCallItIsMadeAllTheSame() {
        var recording = house.arrived(AwsHouse.aVideo());
        for (var operation : List.of("Probe", "CreateJob", "GetJob")) {
            house.cloud.throttle("mediaconvert:" + operation, 1);
        }
        for (var operation : List.of("GetObject", "PutObject", "CopyObject", "ListObjectsV2", "DeleteObject")) {
            house.cloud.throttle("s3:" + operation, 1);
        }

        assertThat(house.ended(recording)).isInstanceOf(Transcode.Done.class);
    }

    @Test
    void throttledForLongItIsLookedAtAgainLater() {
        var recording = house.arrived(AwsHouse.aVideo());
        house.cloud.throttle("mediaconvert:CreateJob", 10);

        assertThatThrownBy(() -> house.library.transcode(recording, percent -> true))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1030, 1040})
    void aFileThatCannotBeReadFailsForGood(int code) {
        house.mediaConvert.fail(code);

        var failed = (Transcode.Failed) house.ended(house.arrived(AwsHouse.aVideo()));

        assertThat(failed.trouble().curable()).isFalse();
        assertThat(failed.trouble().words()).contains("cannot read this file").doesNotContain("s3://");
        assertThat(house.s3.objects()).isEmpty();
    }

    @Test
    void whatTheOperatorCanSeeToIsMadeAnewByAJobOfItsOwn() {
        var recording = house.arrived(AwsHouse.aVideo());
        house.mediaConvert.fail(1401);

        var failed = (Transcode.Failed) house.ended(recording);
        assertThat(failed.trouble().curable()).isTrue();
        assertThat(failed.trouble().words()).contains("operator", "role");

        assertThat(house.ended(recording)).isInstanceOf(Transcode.Done.class);
        assertThat(house.mediaConvert.states()).containsExactly("ERROR", "COMPLETE");
    }

    @Test
    void whatIsDeletedWhileItIsMadeEndsTheJob() {
        var recording = house.arrived(AwsHouse.aVideo());
        house.library.transcode(recording, percent -> true);

        house.library.delete(recording);

        assertThat(house.mediaConvert.states()).containsExactly("CANCELED");
        assertThat(house.s3.objects()).isEmpty();
    }

    // Each call of the whole way is the last one that gets through, once.
    @Test
    void whoeverDiesBetweenTwoCallsIsFollowedBySomebodyWhoGoesOn() {
        var file = AwsHouse.aVideo();
        var mortal = house.library(0);
        var died = true;
        for (var survived = 0; died; survived++) {
            var recording = house.arrived(file);
            var before = house.mediaConvert.orders().size();
            died = isDeadAfter(survived, mortal, recording);

            assertThat(house.ended(recording)).isEqualTo(new Transcode.Done(Duration.ofSeconds(5)));
            assertThat(house.mediaConvert.orders()).hasSize(before + 1);
        }
    }

    @Test
    void whoeverDiesBetweenTwoCallsLeavesNothingOnceItIsDeleted() {
        var file = AwsHouse.aVideo();
        var mortal = house.library(0);
        var died = true;
        for (var survived = 0; died; survived++) {
            var recording = house.arrived(file);
            died = isDeadAfter(survived, mortal, recording);

            house.library.delete(recording);

            assertThat(house.s3.objects()).isEmpty();
            assertThat(house.s3.openUploads()).isEmpty();
            assertThat(house.mediaConvert.states()).doesNotContain("SUBMITTED", "PROGRESSING");
        }
    }

    private boolean isDeadAfter(int calls, AwsVodLibrary mortal, Recording recording) {
        try {
            house.cloud.dieAfter(calls);
            for (var step = 0; step < 6; step++) {
                mortal.transcode(recording, percent -> true);
            }
            return false;
        } catch (Unavailable died) {
            assertThat(died).hasMessageContaining("does not answer");
            return true;
        } finally {
            house.cloud.comeBack();
        }
    }

    @Test
    void whatNamesItsSegmentsByTheRootIsShownToNobody() {
        var recording = house.arrived(AwsHouse.aVideo());
        house.mediaConvert.namesByTheRoot(true);

        var failed = (Transcode.Failed) house.ended(recording);

        assertThat(failed.trouble().words()).contains("MediaConvert", "not a plain relative address");
        assertThat(failed.trouble().curable()).isTrue();
        assertThat(house.s3.objects().keySet()).noneMatch(key -> key.startsWith(new Shelf(recording).plays()));
        house.mediaConvert.namesByTheRoot(false);
        assertThat(house.ended(recording)).isInstanceOf(Transcode.Done.class);
    }

    @Test
    void aVideoThatIsTooLongIsRefusedBeforeItCostsAnything() {
        var failed = (Transcode.Failed) house.ended(house.arrived(AwsHouse.aVideo("640x360 90000s 1 sounds")));

        assertThat(failed.trouble().words()).contains("longer than 480 minutes");
        assertThat(house.mediaConvert.orders()).isEmpty();
    }

    @Test
    void whatWasNeverSentSaysSo() {
        var failed = (Transcode.Failed) house.ended(SomeRecordings.takenUp(SomeRecordings.anUploadOf(10, 10)));

        assertThat(failed.trouble().words()).contains("gone");
    }

    private Map<?, ?> order(int job) {
        return house.mediaConvert.orders().get(job);
    }

    private List<Map<?, ?>> outputs(int job) {
        var groups =
                ServiceModel.list(ServiceModel.map(order(job).get("Settings")).get("outputGroups"));
        return ServiceModel.list(ServiceModel.map(groups.get(0)).get("outputs")).stream()
                .<Map<?, ?>>map(ServiceModel::map)
                .toList();
    }

    private List<Map<?, ?>> pictures() {
        return outputs(0).stream()
                .<Map<?, ?>>map(output -> ServiceModel.map(output.get("videoDescription")))
                .filter(picture -> !picture.isEmpty())
                .toList();
    }

    private List<Object> heights() {
        return pictures().stream()
                .<Object>map(picture -> Objects.requireNonNull(picture.get("height")))
                .toList();
    }

    private List<Map<?, ?>> h264() {
        return pictures().stream()
                .<Map<?, ?>>map(picture -> ServiceModel.map(
                        ServiceModel.map(picture.get("codecSettings")).get("h264Settings")))
                .toList();
    }

    private List<Object> bitrates() {
        return h264().stream()
                .<Object>map(settings -> Objects.requireNonNull(settings.get("maxBitrate")))
                .toList();
    }

    private String text(String key) {
        return new String(Objects.requireNonNull(house.s3.objects().get(key)), StandardCharsets.UTF_8);
    }
}
