package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import foyer.shared.SettableClock;
import foyer.shared.TooManyRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final SettableClock clock = new SettableClock();
    private final Patience patience = new Patience(1_000, clock);

    @Test
    void theFirstFiveTriesAreFree() {
        assertThatCode(() -> fail(5)).doesNotThrowAnyException();
    }

    @Test
    void afterThatTheWaitDoublesUpToHalfAMinute() {
        fail(5);
        var waits = new ArrayList<Long>();
        for (var round = 0; round < 8; round++) {
            var wait = waitFor("key");
            waits.add(wait.toSeconds());
            clock.pass(wait);
            patience.begin("key");
        }

        assertThat(waits).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L));
    }

    // One reads the clock, is held up, and finds what another has noted who read it after.
    @Test
    void whoComesAtOnceWithOthersDoesNotWaitForTheirMoment() {
        fail(4);
        clock.pass(Duration.ofMillis(-1));

        assertThatCode(() -> patience.begin("key")).doesNotThrowAnyException();
    }

    @Test
    void nobodyWaitsLongerBecauseTheClockWasSetBack() {
        fail(5);
        clock.pass(Duration.ofSeconds(1));
        fail(1);
        clock.pass(Duration.ofHours(-1));

        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThatCode(() -> patience.begin("key")).doesNotThrowAnyException();
    }

    @Test
    void noMoreAreCountedBecauseTheClockWasSetBack() {
        fail(2);
        clock.pass(Duration.ofHours(-1));

        assertThat(patience.failures("key")).isEqualTo(2);
        assertThatCode(() -> fail(3)).doesNotThrowAnyException();
    }

    @Test
    void whoHasToWaitIsToldForHowLongInWords() {
        fail(5);

        assertThat(words()).isEqualTo("There were too many tries in a row. Please wait 1 second.");
        clock.pass(waitFor("key"));
        patience.begin("key");
        clock.pass(Duration.ofMillis(300));
        assertThat(words()).isEqualTo("There were too many tries in a row. Please wait 2 seconds.");
    }

    private String words() {
        return catchThrowableOfType(TooManyRequests.class, () -> patience.begin("key"))
                .words();
    }

    @Test
    void tryingTooEarlyDoesNotLengthenTheWait() {
        fail(5);
        IntStream.range(0, 50).forEach(any -> waitFor("key"));

        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void successForgetsAllFailures() {
        fail(5);
        clock.pass(Duration.ofSeconds(1));
        patience.begin("key");
        patience.succeeded("key");

        assertThatCode(() -> fail(5)).doesNotThrowAnyException();
    }

    @Test
    void aTryThatIsTakenBackLeavesThoseBeforeItCounted() {
        fail(4);
        patience.attempt("key").takeBack();
        assertThatCode(() -> fail(1)).doesNotThrowAnyException();

        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        patience.attempt("key").takeBack();
        assertThatCode(() -> patience.begin("key"))
                .as("it waits no more for it")
                .doesNotThrowAnyException();
    }

    @Test
    void whereOthersBeganMeanwhileTheirsStay() {
        fail(4);
        var right = patience.attempt("key");
        clock.pass(Duration.ofSeconds(1));
        patience.begin("key");

        right.takeBack();

        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theFirstIsToldFromTheOthers() {
        var first = patience.attempt("key");

        assertThat(first.first()).isTrue();
        assertThat(patience.attempt("key").first()).isFalse();
    }

    @Test
    void whoIsUnhinderedDoesNotWaitAndCounts() {
        fail(5);

        patience.unhindered("key");

        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatCountsOnlyOnceItFailedWaitsForWhatHasFailed() {
        IntStream.range(0, 5).forEach(any -> patience.failed("key"));

        assertThat(catchThrowableOfType(TooManyRequests.class, () -> patience.refuseEarly("key"))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        IntStream.range(0, 50).forEach(any -> patience.refuseEarly("key"));
        patience.failed("key");
        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void othersDoNotWait() {
        fail(5);

        assertThatCode(() -> patience.begin("another")).doesNotThrowAnyException();
    }

    @Test
    void everyQuietMinuteForgivesOneFailure() {
        fail(5);
        clock.pass(Duration.ofMinutes(3));

        assertThatCode(() -> fail(3)).doesNotThrowAnyException();
        assertThat(waitFor("key")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void howManyFailedIsKnownAndForgivenAsWell() {
        assertThat(patience.failures("key")).isZero();
        fail(3);
        assertThat(patience.failures("key")).isEqualTo(3);

        clock.pass(Duration.ofMinutes(2));

        assertThat(patience.failures("key")).isEqualTo(1);
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(any -> patience.begin("key"));
    }

    private Duration waitFor(String key) {
        return catchThrowableOfType(TooManyRequests.class, () -> patience.begin(key))
                .retryAfter();
    }
}
