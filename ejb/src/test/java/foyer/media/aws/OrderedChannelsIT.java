package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.LiveOrigin;
import foyer.media.SomeBroadcasts;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is ordered of MediaLive and MediaPackage, and in whose name. */
class OrderedChannelsIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void everythingSaysForWhichBroadcastItIsAndWhatFor() {
        var life = house.aLife();
        life.prepare(origin);

        var tags = Map.of(
                "foyer-event",
                life.broadcast.event().value(),
                "foyer-broadcast",
                life.broadcast.id().value(),
                "foyer-deployment",
                LiveHouse.GROUP,
                "foyer-purpose",
                "live");
        assertThat(house.mediaLive.tags()).hasSize(2).allMatch(tags::equals);
        assertThat(house.mediaPackage.tags()).hasSize(1).allMatch(tags::equals);
        assertThat(house.mediaPackage.endpoints()).allMatch(endpoint -> tags.equals(endpoint.get("Tags")));
    }

    @Test
    void whatAnotherDeploymentHasInTheSameAccountIsNoneOfOurs() {
        var another = house.origin(LiveHouse.settings("another", 1), 1);
        var theirs = house.aLife();
        theirs.prepare(another);

        assertThat(origin.present()).isEmpty();
        assertThat(another.present()).containsExactly(theirs.broadcast.ref());
        another.close();
    }

    @Test
    void theLadderIsWholeWithKeyframesByTheClock() {
        house.aLife().prepare(origin);

        var encoding = ServiceModel.map(house.mediaLive.orders().get(0).get("EncoderSettings"));
        var pictures = ServiceModel.list(encoding.get("videoDescriptions")).stream()
                .<Map<?, ?>>map(ServiceModel::map)
                .toList();
        assertThat(pictures.stream()
                        .<Object>map(picture -> Objects.requireNonNull(picture.get("height")))
                        .toList())
                .containsExactly(1080L, 720L, 540L, 360L, 240L);
        assertThat(pictures).allSatisfy(picture -> {
            var settings = ServiceModel.map(
                    ServiceModel.map(picture.get("codecSettings")).get("h264Settings"));
            assertThat(settings.get("gopSize")).hasToString("2.0");
            assertThat(settings.get("gopSizeUnits")).isEqualTo("SECONDS");
            assertThat(settings.get("sceneChangeDetect")).isEqualTo("DISABLED");
            assertThat(settings.get("framerateControl")).isEqualTo("SPECIFIED");
        });
        assertThat(String.valueOf(encoding.get("audioDescriptions"))).contains("bitrate=128000.0");
        assertThat(house.mediaLive.orders().get(0)).containsEntry("ChannelClass", "SINGLE_PIPELINE");
    }

    @Test
    void toCostLessItIsMadeWithoutItsUpperSizes() {
        var sparing = SomeBroadcasts.leavingOut(SomeBroadcasts.aBroadcastOf(EventId.fresh()), 2);

        house.aLifeOf(sparing).prepare(origin);

        var encoding = ServiceModel.map(house.mediaLive.orders().get(0).get("EncoderSettings"));
        assertThat(ServiceModel.list(encoding.get("videoDescriptions")).stream()
                        .<Object>map(picture ->
                                Objects.requireNonNull(ServiceModel.map(picture).get("height"))))
                .containsExactly(540L, 360L, 240L);
        assertThat(origin.billed().map(channel -> channel.rungs().size())).contains(5);
    }

    @Test
    void withTwoPipelinesBothHaveAnInput() {
        var doubled = house.origin(LiveHouse.settings(LiveHouse.GROUP, 2), 1);
        var life = house.aLife();

        life.show(doubled);

        assertThat(house.mediaLive.orders().get(0)).containsEntry("ChannelClass", "STANDARD");
        doubled.close();
    }

    @Test
    void whatIsKeptIsEnoughForARecordingOfADay() {
        house.aLife().prepare(origin);

        var endpoint = house.mediaPackage.endpoints().get(0);
        assertThat(endpoint).containsEntry("StartoverWindowSeconds", 93_600L);
        assertThat(String.valueOf(endpoint.get("HlsManifests"))).contains("ManifestWindowSeconds=7200");
        assertThat(String.valueOf(endpoint.get("LowLatencyHlsManifests"))).contains("ManifestWindowSeconds=7200");
    }

    /** By that the function at the edge knows them (config/aws/playback/function.js). */
    @Test
    void whatIsOfLowLatencyIsCalledSo() {
        house.aLife().prepare(origin);

        assertThat(String.valueOf(house.mediaPackage.endpoints().get(0).get("LowLatencyHlsManifests")))
                .containsPattern("\\bManifestName=low-latency\\b")
                .containsPattern("\\bChildManifestName=low-latency-");
    }

    @Test
    void ofTwoSecurityGroupsMadeAtOnceOneIsLeft() {
        house.cloud.lose("medialive:CreateInputSecurityGroup", 1);
        house.aLife().prepare(origin);
        house.aLife().prepare(origin);

        assertThat(house.mediaLive.securityGroups()).hasSize(1);
    }

    @Test
    void whoeverMaySendIsAllowedAnewWhenThatChanges() {
        house.aLife().prepare(origin);
        var narrower = new AwsLiveSettings(
                LiveHouse.GROUP,
                LiveHouse.settings().role(),
                LiveHouse.DISTRIBUTION,
                List.of("203.0.113.0/24"),
                1,
                5,
                30,
                Duration.ofHours(2));
        var changed = house.origin(narrower, 1);
        house.aLife().prepare(changed);

        assertThat(house.mediaLive.securityGroups()).containsExactly(List.of(Map.of("cidr", "203.0.113.0/24")));
        changed.close();
    }

    @Test
    void theAddressForTheEncoderIsAwaitedWhereThereIsNoneYet() {
        var broadcast = SomeBroadcasts.aBroadcast();

        assertThatThrownBy(() -> origin.ingest(broadcast)).isInstanceOf(Unavailable.class);
    }
}
