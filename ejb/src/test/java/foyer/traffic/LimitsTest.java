package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.ClockMeter;
import foyer.shared.SettableClock;
import foyer.shared.TooManyRequests;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final SettableClock clock = new SettableClock();
    private final Limits limits = new Limits(
            new TrafficSettings(
                    Duration.ofDays(7),
                    Duration.ofSeconds(60),
                    Map.of(Limits.ADDRESS, new TrafficSettings.Limit(60, 10)),
                    1_000),
            new ClockMeter(clock));

    @Test
    void theBurstMayComeAtOnceAndNoMore() {
        var allowed = IntStream.range(0, 15).filter(any -> ask("one").allowed()).count();

        assertThat(allowed).isEqualTo(10);
    }

    @Test
    void callersDoNotShareALimit() {
        IntStream.range(0, 10).forEach(any -> ask("one"));

        assertThat(ask("another").allowed()).isTrue();
    }

    @Test
    void waitingBringsCallsBackOneByOne() {
        IntStream.range(0, 10).forEach(any -> ask("one"));
        clock.pass(Duration.ofSeconds(1));

        assertThat(ask("one").allowed()).isTrue();
        assertThat(ask("one").allowed()).isFalse();
    }

    @Test
    void whatIsGivenBackMayBeAskedForAgainAndIsNeverMoreThanTheBurst() {
        IntStream.range(0, 10).forEach(any -> ask("one"));
        limits.giveBack(Limits.ADDRESS, "one");
        assertThat(ask("one").allowed()).isTrue();
        assertThat(ask("one").allowed()).isFalse();

        ask("another");
        IntStream.range(0, 5).forEach(any -> limits.giveBack(Limits.ADDRESS, "another"));
        assertThat(ask("another").remaining()).isEqualTo(9);
    }

    @Test
    void aRefusalSaysWhenToComeBack() {
        IntStream.range(0, 10).forEach(any -> ask("one"));

        var refused = ask("one");
        assertThat(refused.resetIn()).isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(refused::orRefuse)
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void theHeadersTellPolicyAndRest() {
        assertThat(ask("one").headers())
                .containsEntry("RateLimit-Policy", "\"address\";q=60;w=60")
                .containsEntry("RateLimit", "\"address\";r=9;t=1");
    }

    @Test
    void whoCallsNowAndThenTakesNoRoom() {
        IntStream.range(0, 5).forEach(any -> {
            clock.pass(Duration.ofSeconds(1));
            assertThat(ask("one").remaining()).isEqualTo(9);
        });

        assertThat(limits.remembered()).isZero();
    }

    @Test
    void whoHasRestedIsForgottenWithTheNextCallAndThatCallCounts() {
        IntStream.range(0, 10).forEach(any -> ask("one"));
        assertThat(limits.remembered()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(10));
        ask("one");
        assertThat(limits.remembered()).isZero();

        assertThat(IntStream.range(0, 12).filter(any -> ask("one").allowed()).count())
                .isEqualTo(9);
    }

    @Test
    void anUnknownKindIsABug() {
        assertThatThrownBy(() -> limits.ask("unheard-of", "one")).isInstanceOf(IllegalArgumentException.class);
    }

    private Verdict ask(String who) {
        return limits.ask(Limits.ADDRESS, who);
    }
}
