package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.ChannelState;
import foyer.media.LiveOrigin;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS will not do, or cannot make. */
class RefusedChannelsIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "medialive:CreateInput,400,BadRequestException",
        "medialive:CreateChannel,422,UnprocessableEntityException",
        "mediapackage:CreateChannel,402,ServiceQuotaExceededException",
        "mediapackage:CreateOriginEndpoint,400,ValidationException"
    })
    void whatIsRefusedIsSaidInWordsAndTriedAgain(String operation, int status, String code) {
        house.cloud.before(operation, () -> {
            throw new AwsRefusal(status, code, "No more than five.");
        });
        var life = house.aLife();

        life.prepare(origin);

        assertThat(life.complaints)
                .anyMatch(words -> words.startsWith("Media") && words.contains("No more than five."));
    }

    @ParameterizedTest
    @CsvSource({
        "medialive:CreateInputSecurityGroup,400,BadRequestException",
        "medialive:DescribeChannel,422,UnprocessableEntityException",
        "medialive:ListChannels,400,BadRequestException",
        "mediapackage:GetChannel,400,ValidationException",
        "mediapackage:GetOriginEndpoint,409,ConflictException",
        "mediapackage:PutOriginEndpointPolicy,400,ValidationException"
    })
    void whatNobodyExpectsIsTriedAgainToo(String operation, int status, String code) {
        house.cloud.before(operation, () -> {
            throw new AwsRefusal(status, code, "Not like this.");
        });
        var life = house.aLife();

        life.run(origin);

        assertThat(life.complaints).anyMatch(words -> words.startsWith("The media service"));
    }

    @Test
    void whatIsSaidOfARefusalHidesTheKey() {
        var life = house.aLife();
        house.cloud.before("medialive:CreateInput", () -> {
            throw new AwsRefusal(
                    400,
                    "BadRequestException",
                    "live/" + life.broadcast.streamKey().value() + " is taken.");
        });

        assertThatThrownBy(() -> origin.provision(life.broadcast))
                .hasMessageNotContaining(life.broadcast.streamKey().value())
                .hasNoCause();
    }

    @Test
    void throttledForLongItIsLookedAtAgainLater() {
        house.cloud.throttle("medialive:CreateChannel", 10);
        var life = house.aLife();

        life.prepare(origin);

        assertThat(life.complaints).anyMatch(words -> words.contains("busy"));
    }

    @Test
    void whatCouldNotBeMadeIsMadeAgain() {
        var life = aLifeThatCouldNotBeMade();

        var failed = origin.status(life.broadcast);
        assertThat(failed.state()).isEqualTo(ChannelState.CREATE_FAILED);
        assertThat(Objects.requireNonNull(failed.trouble()).curable()).isTrue();

        life.lead(origin);
        house.assertThatNothingIsLeft();
    }

    @Test
    void whatCouldNotBeMadeCanBeRetired() {
        var life = aLifeThatCouldNotBeMade();

        life.retire(origin);

        house.assertThatNothingIsLeft();
    }

    /** Looked at once while it was being made, and not since. */
    private ChannelLife aLifeThatCouldNotBeMade() {
        house.mediaLive.failNext();
        var life = house.aLife();
        origin.provision(life.broadcast);
        house.clock.pass(Duration.ofSeconds(2));
        origin.status(life.broadcast);
        house.clock.pass(Duration.ofSeconds(10));
        return life;
    }
}
