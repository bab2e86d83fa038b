package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Harvested;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import foyer.media.SomeRecordings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recordings of channels, and what keeps them from being made. */
class HarvestedChannelsIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void aHarvestTooManyIsTroubleThatPasses() {
        var life = house.aLife();
        life.show(origin);
        house.cloud.before("mediapackage:CreateHarvestJob", () -> {
            throw new AwsRefusal(402, "ServiceQuotaExceededException", "No more than ten.");
        });
        var now = house.clock.instant();
        house.clock.pass(LiveSignals.LATENESS);

        var failed = (Harvested.Failed) origin.harvest(life.broadcast, now.minusSeconds(30), now, RecordingId.fresh());

        assertThat(failed.trouble().curable()).isTrue();
    }

    @Test
    void aHarvestThatFailedIsMadeByAnotherJob() {
        house.mediaPackage.failHarvests(1);
        var life = house.aLife();
        life.show(origin);
        house.clock.pass(Duration.ofSeconds(5));

        life.lead(origin);

        assertThat(life.playsItsRecording()).isTrue();
        house.assertThatNothingIsLeft();
    }

    @Test
    void nothingStaysOfAHarvestThatGoesOnThoughItIsLeftOff() {
        var life = house.aLife();
        life.show(origin);
        var now = house.clock.instant();
        house.clock.pass(LiveSignals.LATENESS);
        var into = RecordingId.fresh();
        origin.harvest(life.broadcast, now.minusSeconds(30), now, into);
        // MediaPackage writes whoever still asks.
        house.clock.pass(Duration.ofSeconds(5));
        house.mediaPackage.endHarvests();
        assertThat(house.s3.objects().keySet()).anyMatch(key -> key.contains(into.value()));

        house.library.delete(SomeRecordings.leftOff(life.broadcast.event(), into));

        assertThat(house.s3.objects().keySet()).noneMatch(key -> key.contains(into.value()));
    }

    @Test
    void aHarvestThatFailsSaysSo() {
        var life = house.aLife();
        life.show(origin);
        house.mediaPackage.failHarvests(1);
        var now = house.clock.instant();
        house.clock.pass(LiveSignals.LATENESS);
        var into = RecordingId.fresh();
        origin.harvest(life.broadcast, now.minusSeconds(30), now, into);
        house.clock.pass(Duration.ofSeconds(5));

        var failed = (Harvested.Failed) origin.harvest(life.broadcast, now.minusSeconds(30), now, into);

        assertThat(failed.trouble().curable()).isTrue();
        // The channel's last picture stays, for who harvests again.
        assertThat(house.s3.objects().keySet())
                .containsExactly(".live/" + life.broadcast.id().value() + ".jpg");
    }

    @Test
    void ofMoreThanADayTheLastDayIsHarvested() {
        var life = house.aLife();
        life.show(origin);
        var now = house.clock.instant();
        var into = RecordingId.fresh();
        origin.harvest(life.broadcast, now.minus(Duration.ofHours(30)), now, into);
        house.clock.pass(Duration.ofSeconds(5));

        assertThat(origin.harvest(life.broadcast, now.minus(Duration.ofHours(30)), now, into))
                .isInstanceOf(Harvested.Done.class);
    }
}
