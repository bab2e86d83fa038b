package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    @Test
    void ofNothingAllIsZero() {
        assertThat(new Histogram(counts).percentile(0.95)).isZero();
    }

    @Test
    void whatItSaysIsTwoPercentOffAtMost() {
        var random = new Random(7);
        var times = IntStream.range(0, 10_000)
                .mapToLong(any -> Math.round(50 + 20_000 * Math.pow(random.nextDouble(), 4)))
                .sorted()
                .toArray();
        for (var time : times) {
            add(time);
        }

        for (var share : new double[] {0.01, 0.5, 0.75, 0.95, 1}) {
            var exact = times[(int) Math.ceil(share * times.length) - 1];
            assertThat(new Histogram(counts).percentile(share)).isCloseTo(exact, Percentage.withPercentage(2.5));
        }
    }

    @Test
    void oneTimeIsEveryPercentile() {
        add(850);

        for (var share : new double[] {0.5, 0.75, 0.95}) {
            assertThat(new Histogram(counts).percentile(share)).isCloseTo(850, Percentage.withPercentage(2));
        }
    }

    @Test
    void theShortestAndTheLongestFit() {
        add(0);
        assertThat(new Histogram(counts).percentile(1)).isOne();
        add(600_000);
        assertThat(new Histogram(counts).percentile(1)).isCloseTo(600_000, Percentage.withPercentage(2));
    }

    private void add(long millis) {
        counts.merge(Histogram.bucketOf(millis), 1L, Long::sum);
    }
}
