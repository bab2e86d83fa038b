package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.ChannelState;
import foyer.media.Harvested;
import foyer.media.LiveOrigin;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel from its order to its end, whoever dies over it or is slow. */
class ChannelLifeIT {
    /** Calls, at least. */
    private static final int A_LIFE = 50;

    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void itIsMadeShownHarvestedAndRemoved() {
        var life = house.aLife();

        life.lead(origin);

        assertThat(life.harvested())
                .isInstanceOfSatisfying(
                        Harvested.Done.class,
                        done -> assertThat(done.length())
                                .isBetween(
                                        life.shown().minusSeconds(2),
                                        life.shown().plusSeconds(2)));
        assertThat(house.plays(life.broadcast, life.recording)).isTrue();
        house.assertThatNothingIsLeft();
    }

    // Each call of a whole life is the last one that gets through, once.
    @Test
    void whoeverDiesBetweenTwoCallsIsFollowedBySomebodyWhoGoesOn() {
        dieEachTime(house.cloud::dieAfter);
    }

    // Each call is done, and nobody hears that it was, nor does anything afterwards.
    @Test
    void whoeverDiesBeforeAnAnswerIsFollowedBySomebodyWhoGoesOn() {
        dieEachTime(house.cloud::dieWithin);
    }

    private void dieEachTime(IntConsumer death) {
        var mortal = house.origin(LiveHouse.small(), 0);
        var successor = house.origin(LiveHouse.small(), 1);
        var died = true;
        var call = 0;
        for (; died; call++) {
            var life = house.aLife();
            var made = house.mediaLive.made();
            var packaged = house.mediaPackage.made();
            death.accept(call + 1);
            died = isDead(life, mortal);

            life.lead(successor);

            assertThat(house.mediaLive.made() - made)
                    .as("a channel and an input, by call %d", call)
                    .isEqualTo(2);
            assertThat(house.mediaPackage.made() - packaged).isEqualTo(1);
            assertThat(house.mediaLive.securityGroups()).hasSizeLessThanOrEqualTo(2);
            assertThat(house.plays(life.broadcast, life.recording)).isTrue();
            house.assertThatNothingIsLeft();
        }
        mortal.close();
        successor.close();
        assertThat(call).as("all calls of a life").isGreaterThan(A_LIFE);
        assertThat(house.mediaLive.securityGroups()).hasSize(1);
    }

    @Test
    void whoeverDiesLeavesNothingOnceItIsRetiredByWhatIsThere() {
        var mortal = house.origin(LiveHouse.small(), 0);
        var died = true;
        for (var call = 1; died; call++) {
            var life = house.aLife();
            house.cloud.dieWithin(call);
            died = isDead(life, mortal);

            for (var look = 0; look < 20 && !origin.present().isEmpty(); look++) {
                origin.present().forEach(origin::retire);
                house.clock.pass(Duration.ofSeconds(20));
            }

            house.assertThatNothingIsLeft();
        }
        mortal.close();
    }

    private boolean isDead(ChannelLife life, LiveOrigin mortal) {
        try {
            life.lead(mortal);
            return house.cloud.hasDied();
        } catch (Unavailable died) {
            assertThat(died).hasMessageContaining("does not answer");
            return true;
        } finally {
            house.cloud.comeBack();
        }
    }

    @Test
    void throttledOnEveryCallItLivesAllTheSame() {
        for (var operation : List.of(
                "medialive:ListInputSecurityGroups",
                "medialive:CreateInputSecurityGroup",
                "medialive:CreateInput",
                "medialive:ListInputs",
                "medialive:DeleteInput",
                "medialive:CreateChannel",
                "medialive:DescribeChannel",
                "medialive:ListChannels",
                "medialive:StartChannel",
                "medialive:StopChannel",
                "medialive:DeleteChannel",
                "medialive:ListAlerts",
                "medialive:DescribeThumbnails",
                "mediapackage:CreateChannelGroup",
                "mediapackage:GetChannelGroup",
                "mediapackage:CreateChannel",
                "mediapackage:GetChannel",
                "mediapackage:DeleteChannel",
                "mediapackage:CreateOriginEndpoint",
                "mediapackage:GetOriginEndpoint",
                "mediapackage:DeleteOriginEndpoint",
                "mediapackage:PutOriginEndpointPolicy",
                "mediapackage:TagResource",
                "mediapackage:CreateHarvestJob",
                "mediapackage:GetHarvestJob",
                "cloudwatch:GetMetricData",
                "s3:GetObject",
                "s3:PutObject",
                "s3:CopyObject",
                "s3:DeleteObject",
                "s3:ListObjectsV2")) {
            house.cloud.throttle(operation, 1);
        }
        var life = house.aLife();

        life.lead(origin);

        assertThat(house.cloud.throttlesLeft()).isEmpty();
        assertThat(house.mediaLive.made()).isEqualTo(2);
        house.assertThatNothingIsLeft();
    }

    @Test
    void anOrderWhoseAnswerWasLostIsTheSameOrder() {
        for (var operation : List.of(
                "medialive:CreateInput",
                "medialive:CreateChannel",
                "mediapackage:CreateChannelGroup",
                "mediapackage:CreateChannel",
                "mediapackage:CreateOriginEndpoint",
                "mediapackage:CreateHarvestJob")) {
            house.cloud.lose(operation, 1);
        }
        var life = house.aLife();

        life.lead(origin);

        assertThat(house.mediaLive.made()).isEqualTo(2);
        assertThat(house.mediaPackage.made()).isEqualTo(1);
        house.assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "medialive:CreateInput",
                "medialive:CreateChannel",
                "mediapackage:CreateChannelGroup",
                "mediapackage:CreateChannel",
                "mediapackage:CreateOriginEndpoint"
            })
    void twoWhoMakeItAtOnceMakeOne(String operation) {
        var another = house.origin(LiveHouse.settings(), 1);
        var life = house.aLife();
        house.cloud.before(operation, () -> {
            another.provision(life.broadcast);
            house.clock.pass(Duration.ofSeconds(2));
            another.status(life.broadcast);
        });

        life.prepare(origin);

        assertThat(house.mediaLive.made()).isEqualTo(2);
        assertThat(house.mediaPackage.made()).isEqualTo(1);
        another.close();
    }

    @Test
    void aStartThatTakesMinutesIsAwaited() {
        house.mediaLive.takes("STARTING", Duration.ofMinutes(7));
        var life = house.aLife();
        life.prepare(origin);

        origin.start(life.broadcast);
        house.clock.pass(Duration.ofMinutes(6));
        origin.start(life.broadcast);
        assertThat(origin.status(life.broadcast).state()).isEqualTo(ChannelState.STARTING);
        house.clock.pass(Duration.ofMinutes(1));

        assertThat(origin.status(life.broadcast).state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void oneThatIsAboutToStartIsRetiredOnceItRuns() {
        house.mediaLive.takes("STARTING", Duration.ofMinutes(7));
        var life = house.aLife();
        life.prepare(origin);
        origin.start(life.broadcast);

        life.retire(origin);

        house.assertThatNothingIsLeft();
    }
}
