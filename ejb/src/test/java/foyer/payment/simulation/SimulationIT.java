package foyer.payment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Money, seats and access agree at the end of every history, whatever was lost, doubled, late or cut off in it. One that ends
 * otherwise is told in words; {@code -Dfoyer.simulation.seed} tells any history again, and fails where that one ends wrong, {@code -Dfoyer.simulation.histories} sets how
 * many are lived.
 */
class SimulationIT {
    private static final long HISTORIES = Long.getLong("foyer.simulation.histories", 100_000);
    private static final int EACH_PAIR = 100;
    private static final int SHOWN = 20;

    @Test
    void everyHistoryEndsInBalance() {
        var seed = Long.getLong("foyer.simulation.seed");
        if (seed != null) {
            var history = new History(seed, new Keepers(), true, new Adjacent());
            var faults = history.live();
            System.out.println(inWords(seed, history));
            assertThat(faults).isEmpty();
            return;
        }
        var adjacent = new Adjacent();
        Silence.during(() -> LongStream.range(0, HISTORIES)
                .filter(next -> !new History(next, new Keepers(), false, adjacent)
                        .live()
                        .isEmpty())
                .findFirst()
                .ifPresent(wrong -> fail(told(wrong))));
        System.out.println(
                HISTORIES + " histories, in which " + adjacent.pairs().size()
                        + " pairs of deeds followed each other, each "
                        + adjacent.pairs().get(0).times()
                        + " times or more. The rarest:");
        adjacent.pairs().stream().limit(SHOWN).forEach(System.out::println);
        if (HISTORIES >= 100_000) {
            assertThat(adjacent.pairs())
                    .allSatisfy(pair -> assertThat(pair.times()).isGreaterThanOrEqualTo(EACH_PAIR));
        }
    }

    private static String told(long seed) {
        var history = new History(seed, new Keepers(), true, new Adjacent());
        history.live();
        return inWords(seed, history);
    }

    private static String inWords(long seed, History history) {
        return "Seed " + seed + System.lineSeparator() + String.join(System.lineSeparator(), history.words());
    }
}
