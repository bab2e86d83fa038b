package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.ChannelState;
import foyer.media.Harvested;
import foyer.media.InputFinding;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import foyer.media.SomeBroadcasts;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How it is known what comes into a channel, though alerts and metrics come late or not at all. */
class WatchedChannelsIT {
    private final LiveHouse house = new LiveHouse();
    private final LiveOrigin origin = house.origin;

    @AfterEach
    void moveOut() {
        house.close();
    }

    @Test
    void withoutAlertsItsMetricsTellThatAnEncoderIsGone() {
        house.mediaLive.tellOfMissingInput(false);
        var life = house.aLife();
        life.show(origin);
        house.clock.pass(Duration.ofMinutes(6));

        var health = origin.status(life.broadcast).input();

        assertThat(health.connected()).isFalse();
        assertThat(health.findings()).containsExactly(InputFinding.INPUT_LOST);
    }

    @ParameterizedTest
    @CsvSource({
        "cloudwatch:GetMetricData,403,AccessDenied",
        "cloudwatch:GetMetricData,400,ValidationError",
        "medialive:ListAlerts,500,InternalServerErrorException",
        "medialive:ListAlerts,409,ConflictException"
    })
    void whatRunsIsStoppedAlsoWhileNobodyTellsHowItIsFed(String operation, int status, String code) {
        var life = house.aLife();
        life.run(origin);
        house.cloud.refuse(operation, new AwsRefusal(status, code, "Not now."));

        var seen = origin.status(life.broadcast);
        assertThat(seen.state()).isEqualTo(ChannelState.RUNNING);
        assertThat(seen.known()).isFalse();
        assertThat(Objects.requireNonNull(seen.trouble()).curable()).isTrue();

        life.prepare(origin);
        assertThat(house.mediaLive.states()).containsExactly("IDLE");
    }

    @Test
    void itIsToldSinceWhenAnEncoderIsThereThoughItIsToldLate() {
        var life = house.aLife();
        life.run(origin);
        var started = SomeBroadcasts.startedAt(life.broadcast, house.clock.instant());
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        var came = house.clock.instant();
        house.clock.pass(Duration.ofMinutes(2));
        assertThat(origin.status(started).input().connected()).isFalse();
        house.clock.pass(Duration.ofMinutes(2));

        var seen = origin.status(started);

        assertThat(seen.input().connected()).isTrue();
        assertThat(Objects.requireNonNull(seen.fedSince())).isBetween(came.minus(Duration.ofMinutes(2)), came);
    }

    @Test
    void whatWasShownShortlyIsToldOfAfterItsEnd() {
        var life = house.aLife();
        life.run(origin);
        var started = SomeBroadcasts.startedAt(life.broadcast, house.clock.instant());
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        house.clock.pass(Duration.ofMinutes(1));
        var end = house.clock.instant();
        var into = RecordingId.fresh();
        var stopped = SomeBroadcasts.stoppedAt(started, end);
        life.prepare(origin);
        assertThat(origin.status(stopped).known()).isFalse();
        assertThat(origin.harvest(stopped, end.minusSeconds(60), end, into)).isInstanceOf(Harvested.Running.class);

        house.clock.pass(LiveSignals.LATENESS);

        assertThat(origin.status(stopped).known()).isTrue();
        assertThat(origin.status(stopped).fedSince()).isNotNull();
        origin.harvest(stopped, end.minusSeconds(60), end, into);
        house.clock.pass(Duration.ofSeconds(5));
        assertThat(origin.harvest(stopped, end.minusSeconds(60), end, into)).isInstanceOf(Harvested.Done.class);
    }

    @Test
    void whatNobodyFedIsKnownToBeNothingAfterAWhile() {
        var life = house.aLife();
        life.run(origin);
        var started = SomeBroadcasts.startedAt(life.broadcast, house.clock.instant());
        house.clock.pass(Duration.ofMinutes(1));
        var end = house.clock.instant();
        var into = RecordingId.fresh();
        var stopped = SomeBroadcasts.stoppedAt(started, end);
        life.prepare(origin);
        house.clock.pass(Duration.ofMinutes(7));

        assertThat(origin.status(stopped).known()).isTrue();
        assertThat(origin.status(stopped).fedSince()).isNull();
        assertThat(origin.harvest(stopped, end.minusSeconds(60), end, into)).isInstanceOf(Harvested.Nothing.class);
    }

    /** Where nothing is known, nothing may be thrown away. */
    @Test
    void whatWasShownIsRecordedThoughNobodyEverTellsThatItWasFed() {
        house.cloud.refuse("cloudwatch:GetMetricData", new AwsRefusal(403, "AccessDenied", "No."));
        var life = house.aLife();
        life.run(origin);
        var start = house.clock.instant();
        var started = SomeBroadcasts.startedAt(life.broadcast, start);
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        house.clock.pass(Duration.ofMinutes(1));
        var end = house.clock.instant();
        var into = RecordingId.fresh();
        var stopped = SomeBroadcasts.stoppedAt(started, end);
        life.prepare(origin);
        var soon = origin.status(stopped);
        assertThat(soon.known()).isFalse();
        var silent = SomeBroadcasts.lookedAt(stopped, soon, house.clock.instant());
        house.clock.pass(Duration.ofMinutes(7));

        var seen = origin.status(silent);
        assertThat(seen.fedSince()).isEqualTo(start);
        assertThat(seen.trouble()).isNotNull();

        origin.harvest(silent, start, end, into);
        house.clock.pass(Duration.ofSeconds(5));
        assertThat(origin.harvest(silent, start, end, into)).isInstanceOf(Harvested.Done.class);
    }

    @Test
    void soundAloneIsFoundOut() {
        house.cloudWatch.losePictures();
        house.mediaLive.alert("Audio Not Detected");
        var life = house.aLife();
        life.run(origin);
        house.mediaLive.push(origin.ingest(life.broadcast).whole());
        house.clock.pass(Duration.ofMinutes(4));

        var health = origin.status(life.broadcast).input();

        assertThat(health.connected()).isTrue();
        assertThat(health.bitrate()).isEqualTo(2_500_000);
        assertThat(health.findings()).containsExactlyInAnyOrder(InputFinding.NO_VIDEO, InputFinding.NO_AUDIO);
        assertThat(health.video()).isNull();
        assertThat(health.audio()).isNull();
    }
}
