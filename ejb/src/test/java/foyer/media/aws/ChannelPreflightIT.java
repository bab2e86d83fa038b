package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.LiveOrigin;
import foyer.media.Preflight;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found of a channel before it is made, and what is said where it cannot be. */
class ChannelPreflightIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void aPreflightFindsWhatIsWrongAndMakesNothing() {
        var life = house.aLife();
        assertThat(origin.preflight(life.broadcast)).isEqualTo(Preflight.unknown());

        house.mediaLive.distrust();

        assertThat(origin.preflight(life.broadcast))
                .isEqualTo(Preflight.found(List.of("/roleArn: MediaLive cannot assume this role.")));
        assertThat(house.mediaLive.made()).isZero();
        house.assertThatNothingIsLeft();
    }

    @Test
    void aPreflightTakesTheInputThatIsThere() {
        var life = house.aLife();
        origin.provision(life.broadcast);
        house.clock.pass(Duration.ofSeconds(2));

        assertThat(origin.preflight(life.broadcast)).isEqualTo(Preflight.found(List.of()));
        assertThat(house.mediaLive.dryRuns()).isOne();

        life.prepare(origin);
        assertThat(origin.preflight(life.broadcast)).isEqualTo(Preflight.found(List.of()));
        assertThat(house.mediaLive.dryRuns()).isOne();
    }

    @Test
    void aPreflightFindsThatThisServerMayNotMakeChannels() {
        house.cloud.before("medialive:CreateChannel", () -> {
            throw new AwsRefusal(
                    403,
                    "ForbiddenException",
                    "User: arn:aws:sts::111122223333:assumed-role/foyer/i-1 is not authorized to perform: medialive:CreateChannel on resource: arn:aws:medialive:eu-central-1:111122223333:channel:*");
        });

        assertThat(origin.preflight(house.aLife().broadcast).findings())
                .containsExactly("AWS does not let this server make channels: it may not do medialive:CreateChannel.");
    }

    @Test
    void aPreflightThatGetsNoFurtherThanTheInputSaysNothing() {
        house.cloud.before("medialive:CreateChannel", () -> {
            throw new AwsRefusal(400, "BadRequestException", "There is no input 0000000.");
        });

        assertThat(origin.preflight(house.aLife().broadcast)).isEqualTo(Preflight.unknown());
    }

    @Test
    void thatSomethingElseIsDoneIsNoFinding() {
        house.cloud.before("medialive:CreateChannel", () -> {
            throw new AwsRefusal(409, "ConflictException", "The input is being attached.");
        });

        assertThatThrownBy(() -> origin.preflight(house.aLife().broadcast)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aPreflightThatIsThrottledSaysSo() {
        house.cloud.throttle("medialive:CreateChannel", 10);

        assertThatThrownBy(() -> origin.preflight(house.aLife().broadcast)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whatIsWrongWithAnOrderIsSaidElementByElement() {
        house.mediaLive.distrust();
        var life = house.aLife();

        life.until(
                origin,
                Duration.ofSeconds(20),
                () -> life.complaints.contains(
                        "MediaLive does not make this channel: /roleArn: MediaLive cannot assume this role."));
    }
}
