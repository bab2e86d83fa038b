package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrainTest {
    private final Strain strain = new Strain();

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

    private void calls(int many, long millis) {
        IntStream.range(0, many).forEach(any -> strain.took(Duration.ofMillis(millis)));
    }
}
