package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.ChannelState;
import foyer.media.LiveOrigin;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody deleted by hand. */
class LostChannelsIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void aChannelThatSomebodyDeletedIsMadeAgainAndFedAtTheSameAddress() {
        var life = house.aLife();
        life.run(origin);
        var address = origin.ingest(life.broadcast);
        house.mediaLive.loseChannels();

        assertThat(origin.status(life.broadcast).state()).isEqualTo(ChannelState.CREATING);
        life.run(origin);

        assertThat(origin.ingest(life.broadcast)).isEqualTo(address);
        life.retire(origin);
        house.assertThatNothingIsLeft();
    }

    @Test
    void theAddressOfAnInputThatWasMadeAnewIsToldSoon() {
        var another = house.origin(LiveHouse.settings(), 1);
        var life = house.aLife();
        life.run(origin);
        var address = origin.ingest(life.broadcast);
        assertThat(another.ingest(life.broadcast)).isEqualTo(address);
        house.mediaLive.loseChannels();
        house.mediaLive.loseInputs();
        house.clock.pass(Duration.ofHours(1));
        life.run(origin);
        house.clock.pass(Duration.ofMinutes(1));

        assertThat(origin.ingest(life.broadcast)).isNotEqualTo(address);
        assertThat(another.ingest(life.broadcast)).isEqualTo(origin.ingest(life.broadcast));
        another.close();
    }

    @Test
    void anEndpointThatSomebodyDeletedIsThereAtTheStart() {
        var life = house.aLife();
        life.prepare(origin);
        house.mediaPackage.loseEndpoints();

        life.show(origin);

        assertThat(house.mediaPackage.endpoints()).hasSize(1);
    }

    @Test
    void aPlaceInMediaPackageThatSomebodyDeletedIsMissedAndMadeAgain() {
        var life = house.aLife();
        life.run(origin);
        house.mediaPackage.loseChannels();

        var missed = origin.status(life.broadcast);
        assertThat(missed.state()).isEqualTo(ChannelState.CREATE_FAILED);
        assertThat(Objects.requireNonNull(missed.trouble()).words()).contains("MediaPackage");

        life.show(origin);
        life.retire(origin);
        house.assertThatNothingIsLeft();
    }

    @Test
    void whatIsLeftWithoutItsPlaceInMediaPackageIsRemovedToo() {
        var life = house.aLife();
        life.run(origin);
        house.mediaPackage.loseChannels();

        origin.retire(life.broadcast);
        life.retire(origin);

        house.assertThatNothingIsLeft();
    }
}
