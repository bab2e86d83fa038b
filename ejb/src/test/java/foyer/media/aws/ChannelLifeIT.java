package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.ChannelState;
import foyer.media.HarvestState;
import foyer.media.LiveOrigin;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel from its order to its end, whoever dies over it or is slow. */
class ChannelLifeIT {
    /** Changes, at least. */
    private static final int A_LIFE = 40;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

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

        assertThat(life.recorded())
                .singleElement()
                .satisfies(recording -> assertThat(recording.length())
                        .isBetween(life.shown().minusSeconds(2), life.shown().plusSeconds(8)));
        assertThat(life.playsItsRecording()).isTrue();
        house.assertThatNothingIsLeft();
    }

    // Each change of a whole life, at AWS or in a store, is the last that a node makes, once; it does not hear of it.
    @Test
    void whoeverDiesBetweenAnyTwoChangesIsFollowedBySomebodyWhoGoesOn() {
        var mortal = house.origin(LiveHouse.small(), 0);
        var successor = house.origin(LiveHouse.small(), 1);
        var died = true;
        var changes = 0;
        for (; died; changes++) {
            var life = house.aLife();
            var made = house.mediaLive.made();
            var packaged = house.mediaPackage.made();
            died = isDeadAfter(changes, () -> life.lead(mortal));

            life.lead(successor);

            assertThat(house.mediaLive.made() - made)
                    .as("a channel and an input, after %d changes", changes)
                    .isEqualTo(2);
            assertThat(house.mediaPackage.made() - packaged).isEqualTo(1);
            assertThat(life.playsItsRecording()).as("after %d changes", changes).isTrue();
            house.assertThatNothingIsLeft();
        }
        mortal.close();
        successor.close();
        assertThat(changes).as("all changes of a life").isGreaterThan(A_LIFE);
        assertThat(house.mediaLive.securityGroups()).hasSize(1);
    }

    /** The stop is taken back while MediaPackage makes a recording, of which nobody asks to hear any more. */
    @Test
    void whoeverDiesAsAStopIsTakenBackLeavesNothingOfTheFirstRecording() {
        var mortal = house.origin(LiveHouse.small(), 0);
        var successor = house.origin(LiveHouse.small(), 1);
        var died = true;
        for (var changes = 0; died; changes++) {
            var life = house.aLife();
            life.show(successor);
            life.stop(successor);
            life.until(successor, A_MINUTE, () -> life.kept().harvest() == HarvestState.HARVESTING);
            died = isDeadAfter(changes, () -> life.run(mortal));

            life.run(successor);
            house.mediaPackage.endHarvests();
            life.record(successor);
            life.lead(successor);
            house.clock.pass(Duration.ofDays(1));
            life.look(successor);

            assertThat(life.playsItsRecording()).as("after %d changes", changes).isTrue();
            house.assertThatNothingIsLeft();
        }
        mortal.close();
        successor.close();
    }

    @Test
    void whoeverDiesLeavesNothingOnceItIsSweptOutByWhatIsThere() {
        var mortal = house.origin(LiveHouse.small(), 0);
        var died = true;
        for (var changes = 0; died; changes++) {
            var life = house.aLife();
            died = isDeadAfter(changes, () -> life.run(mortal));

            // Of a life that was never noted nobody knows here.
            var keeper = house.aLife().keeper(origin);
            for (var sweep = 0; sweep < 20 && !origin.present().isEmpty(); sweep++) {
                keeper.removeStrays();
                house.clock.pass(Duration.ofSeconds(20));
            }

            house.assertThatNothingIsLeft();
        }
        mortal.close();
    }

    private boolean isDeadAfter(int changes, Runnable life) {
        house.cloud.node.endAfter(changes);
        try {
            life.run();
        } catch (NodeLife.Died died) {
            assertThat(house.cloud.node.wasMissed()).isTrue();
        } catch (Unavailable silent) {
            assertThat(silent).hasMessageContaining("does not answer");
        } finally {
            house.cloud.node.comeBack();
        }
        return house.cloud.node.wasMissed();
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
        life.lead(origin);
        assertThat(life.playsItsRecording()).isTrue();
        house.assertThatNothingIsLeft();
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
