package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.ChannelState;
import foyer.media.SomeBroadcasts;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for whatever call is made in a channel's life, also for those that are thought of later. */
class EveryCallIT {
    // Enough for an answer, also where the machine is busy.
    private static final Duration ENOUGH = Duration.ofSeconds(3);
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final LiveHouse house = new LiveHouse();

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void eachCallOfALifeMayBeThrottled() {
        house.cloud.throttleEveryCallOnce();
        var patient = house.origin(LiveHouse.small(), 1);
        var life = house.aLife();

        life.lead(patient);

        assertThat(life.playsItsRecording()).isTrue();
        assertThat(house.mediaLive.made()).isEqualTo(2);
        house.assertThatNothingIsLeft();
        // Each came twice: so many that a life's are among them.
        var times = house.cloud.calls().stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertThat(times)
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        (operation, count) -> assertThat(count).as(operation).isEven());
        patient.close();
    }

    @Test
    void whatIsLeftOfADamagedOneIsRemovedThoughEachCallIsThrottled() {
        var narrower = house.origin(
                new AwsLiveSettings(
                        LiveHouse.GROUP,
                        LiveHouse.settings().role(),
                        LiveHouse.DISTRIBUTION,
                        List.of("203.0.113.0/24"),
                        1,
                        1,
                        30,
                        Duration.ofHours(2)),
                1);
        house.aLife().prepare(house.origin);
        house.cloud.throttleEveryCallOnce();
        var life = house.aLife();
        life.run(narrower);
        house.mediaPackage.loseChannels();

        for (var left : house.origin.present()) {
            house.origin.retire(left);
        }
        for (var look = 0; look < 20 && !house.origin.present().isEmpty(); look++) {
            house.clock.pass(Duration.ofSeconds(20));
            house.origin.present().forEach(house.origin::retire);
        }

        house.assertThatNothingIsLeft();
        assertThat(house.cloud.calls())
                .contains("medialive:CreateTags", "medialive:UpdateInputSecurityGroup", "mediapackage:ListChannels");
        narrower.close();
    }

    @Test
    void aServiceThatIsSilentOnceIsAskedAgain() {
        var impatient = house.impatientOrigin(ENOUGH);
        house.cloud.beSilent("medialive:CreateChannel", 1);
        var life = house.aLife();

        life.prepare(impatient);

        assertThat(impatient.status(life.broadcast).state()).isEqualTo(ChannelState.IDLE);
        assertThat(house.mediaLive.made()).isEqualTo(2);
        impatient.close();
    }

    @Test
    void aServiceThatStaysSilentIsGivenUpInTime() {
        var impatient = house.impatientOrigin(A_MOMENT);
        var broadcast = SomeBroadcasts.aBroadcast();
        house.cloud.beSilent("mediapackage:GetChannel", 10);
        var began = System.nanoTime();

        assertThatThrownBy(() -> impatient.status(broadcast))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("does not answer");

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(AwsHouse.settings(null, 1).attemptTimeout());
        impatient.close();
    }

    @Test
    void whatPlaysIsForOurDistributionAndForHarvestsAlone() {
        var life = house.aLife();
        life.show(house.origin);
        var manifest = house.origin.playback(life.broadcast);
        assertThat(house.fetch(manifest)).startsWith("#EXTM3U");

        assertThatThrownBy(() -> house.fetch(manifest, LiveHouse.DISTRIBUTION + "X"))
                .isInstanceOfSatisfying(
                        AwsRefusal.class, refused -> assertThat(refused.code()).isEqualTo("AccessDeniedException"));
        assertThat(house.mediaPackage.policies()).singleElement().satisfies(policy -> {
            var statements = ServiceModel.list(policy.get("Statement")).stream()
                    .<Map<?, ?>>map(ServiceModel::map)
                    .toList();
            assertThat(statements.stream().<Object>map(statement -> Objects.requireNonNull(statement.get("Principal"))))
                    .containsExactlyInAnyOrder(
                            Map.of("Service", "cloudfront.amazonaws.com"),
                            Map.of("Service", "mediapackagev2.amazonaws.com"));
            assertThat(statements)
                    .allSatisfy(statement -> assertThat(ServiceModel.map(statement.get("Condition")))
                            .isNotEmpty());
        });
    }

    @Test
    void segmentsAreTwoSecondsLongAtBothServices() {
        house.aLife().prepare(house.origin);

        var encoding = ServiceModel.map(house.mediaLive.orders().get(0).get("EncoderSettings"));
        assertThat(String.valueOf(encoding.get("outputGroups")))
                .contains("segmentLength=2", "segmentLengthUnits=SECONDS");
        assertThat(String.valueOf(house.mediaPackage.endpoints().get(0).get("Segment")))
                .contains("SegmentDurationSeconds=2");
    }

    @Test
    void captionsInThePictureAreForViewersAndInTheRecording() {
        var life = house.aLifeOf(SomeBroadcasts.aCaptionedOne());
        life.show(house.origin);

        assertThat(house.fetch(house.origin.playback(life.broadcast)))
                .contains("TYPE=SUBTITLES", "NAME=\"English\"", "NAME=\"Português\"");

        life.lead(house.origin);
        assertThat(life.playsItsRecording()).isTrue();
        house.assertThatNothingIsLeft();
    }

    @Test
    void twoPipelinesHaveAnInputOfTwoAddressesBehindTheSecurityGroup() {
        var doubled = house.origin(LiveHouse.settings(LiveHouse.GROUP, 2), 1);

        house.aLife().prepare(doubled);

        assertThat(house.mediaLive.inputOrders()).singleElement().satisfies(order -> {
            assertThat(ServiceModel.list(order.get("Destinations"))).hasSize(2);
            assertThat(ServiceModel.list(order.get("InputSecurityGroups"))).hasSize(1);
        });
        doubled.close();
    }
}
