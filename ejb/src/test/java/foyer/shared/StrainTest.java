package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrainTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Strain strain = new Strain(Duration.ofMillis(25), nanos::get);

    @Test
    void atFirstThereIsNone() {
        assertThat(strain.felt()).isFalse();
    }

    @Test
    void quickCallsAreNone() {
        calls(1_000, 10);

        assertThat(strain.felt()).isFalse();
    }

    @Test
    void manySlowCallsAreFelt() {
        calls(100, 40);

        assertThat(strain.felt()).isTrue();
    }

    @Test
    void whatIsSlowIsForTheOperatorToSay() {
        var far = new Strain(Duration.ofMillis(80), nanos::get);

        IntStream.range(0, 100).forEach(any -> far.waited(Duration.ofMillis(40)));

        assertThat(far.felt()).isFalse();
    }

    @Test
    void oneCallThatHangsTellsOfNothingButItself() {
        calls(100, 10);
        calls(1, 30_000);

        assertThat(strain.felt()).isFalse();
    }

    @Test
    void afterTheWorstItIsOverWithAHundredQuickCalls() {
        calls(1_000, 30_000);
        assertThat(strain.felt()).isTrue();

        calls(100, 5);

        assertThat(strain.felt()).isFalse();
    }

    @Test
    void onceNobodyWaitsAnyMoreItIsOver() {
        calls(1_000, 30_000);

        seconds(6);

        assertThat(strain.felt()).isFalse();
    }

    @Test
    void whoComesAfterAQuietTimeIsNotTakenForTheHerdThatWent() {
        calls(1_000, 30_000);
        seconds(6);

        calls(1, 5);

        assertThat(strain.felt()).isFalse();
    }

    @Test
    void aBreathInAHerdEndsNothing() {
        calls(1_000, 30_000);

        seconds(4);

        assertThat(strain.felt()).isTrue();
    }

    private void calls(int many, long millis) {
        IntStream.range(0, many).forEach(any -> strain.waited(Duration.ofMillis(millis)));
    }

    private void seconds(long count) {
        nanos.addAndGet(Duration.ofSeconds(count).toNanos());
    }
}
