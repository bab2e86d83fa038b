package foyer.payment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A history that ended wrong can be told again by its seed: that is of use only where the same happens again. */
class SameSeedTest {
    private static final long HISTORIES = 500;

    @Test
    void theSameSeedTellsTheSameHistory() {
        Silence.during(() -> {
            for (var seed = 0L; seed < HISTORIES; seed++) {
                assertThat(told(seed)).as("seed " + seed).isEqualTo(told(seed));
            }
        });
    }

    private static List<String> told(long seed) {
        var history = new History(seed, new Keepers(), true, new Adjacent());
        history.live();
        return history.words();
    }
}
