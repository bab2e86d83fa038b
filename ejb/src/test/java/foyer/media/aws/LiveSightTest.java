package foyer.media.aws;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Broadcast;
import foyer.media.SomeBroadcasts;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/** What is said of a channel that ran from noon on for a quarter of an hour, and was never seen to be fed while it did. */
class LiveSightTest {
    private static final Instant STOPPED = NOON.plus(Duration.ofMinutes(15));
    private static final Duration LONG_AFTER = Duration.ofMinutes(7);

    private final SettableClock clock = new SettableClock(STOPPED);
    private final Metrics metrics = new Metrics();
    private final LiveSight sight =
            new LiveSight(new LiveSignals(new NoAlerts(), metrics, new AwsCalls(new AwsTurnstile()), 1, clock), clock);
    private final Broadcast stopped =
            SomeBroadcasts.stoppedAt(SomeBroadcasts.startedAt(SomeBroadcasts.aBroadcast(), NOON), STOPPED);
    private final LiveChannels.Found channel = new LiveChannels.Found("1234567", "arn", ChannelState.IDLE, false);

    /** Forbidden, failing and refused. */
    @ParameterizedTest
    @ValueSource(ints = {403, 500, 400})
    void whatNobodyCanTellOfCountsAsFedFromItsStartOn(int status) {
        metrics.refuseBy(status);
        var silent = SomeBroadcasts.lookedAt(stopped, sight.stopped(stopped, channel), clock.instant());
        clock.pass(LONG_AFTER);

        var seen = sight.stopped(silent, channel);

        assertThat(seen.fedSince()).isEqualTo(NOON);
        assertThat(seen.known()).isTrue();
        assertThat(Objects.requireNonNull(seen.trouble()).curable()).isTrue();
    }

    @Test
    void forSomeMinutesItIsNotKnown() {
        metrics.refuseBy(500);
        clock.pass(Duration.ofMinutes(5));

        var seen = sight.stopped(stopped, channel);

        assertThat(seen.fedSince()).isNull();
        assertThat(seen.known()).isFalse();
    }

    /** An hour later, say, when all that they had to tell was told. */
    @Test
    void oneWordThatIsLostLongAfterMakesNothingFed() {
        clock.pass(LONG_AFTER);
        var known = SomeBroadcasts.lookedAt(stopped, sight.stopped(stopped, channel), clock.instant());
        metrics.refuseBy(500);

        for (var look = 0; look < 3; look++) {
            var seen = sight.stopped(known, channel);
            assertThat(seen.fedSince()).isNull();
            assertThat(seen.known()).isFalse();
            known = SomeBroadcasts.lookedAt(known, seen, clock.instant());
        }
    }

    @Test
    void whatMetricsTellAfterALongSilenceIsHeard() {
        metrics.tell(NOON.plus(Duration.ofMinutes(5)));
        clock.pass(LONG_AFTER);

        var seen = sight.stopped(stopped, channel);

        assertThat(seen.fedSince()).isEqualTo(NOON.plus(Duration.ofMinutes(4)));
        assertThat(seen.trouble()).isNull();
    }

    @Test
    void whatMetricsDoNotTellOfWasNotFed() {
        clock.pass(LONG_AFTER);

        var seen = sight.stopped(stopped, channel);

        assertThat(seen.fedSince()).isNull();
        assertThat(seen.known()).isTrue();
        assertThat(seen.trouble()).isNull();
    }

    private static final class Metrics implements CloudWatchClient {
        private int refusal;
        private List<Instant> fed = List.of();

        void refuseBy(int status) {
            refusal = status;
        }

        void tell(Instant minute) {
            fed = List.of(minute);
        }

        @Override
        public GetMetricDataResponse getMetricData(GetMetricDataRequest asked) {
            if (refusal > 0) {
                throw CloudWatchException.builder()
                        .message("Not now.")
                        .statusCode(refusal)
                        .build();
            }
            return GetMetricDataResponse.builder()
                    .metricDataResults(asked.metricDataQueries().stream()
                            .map(query -> MetricDataResult.builder()
                                    .id(query.id())
                                    .timestamps(fed)
                                    .values(fed.stream().map(minute -> 2.5).toList())
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return "monitoring";
        }

        @Override
        public void close() {}
    }

    private static final class NoAlerts implements MediaLiveClient {
        @Override
        public String serviceName() {
            return "medialive";
        }

        @Override
        public void close() {}
    }
}
