package foyer.player.assets;

import static foyer.player.assets.Encoding.BROTLI;
import static foyer.player.assets.Encoding.GZIP;
import static foyer.player.assets.Encoding.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    @Test
    void smallestThatIsTakenComesFirst() {
        assertThat(Encoding.takenBy("gzip, deflate, br, zstd")).containsExactly(BROTLI, GZIP, PLAIN);
        assertThat(Encoding.takenBy("gzip, deflate")).containsExactly(GZIP, PLAIN);
        assertThat(Encoding.takenBy("*")).containsExactly(BROTLI, GZIP, PLAIN);
    }

    @Test
    void clientsWeightsCount() {
        assertThat(Encoding.takenBy("br;q=0.5, gzip;q=0.8")).containsExactly(GZIP, BROTLI, PLAIN);
        assertThat(Encoding.takenBy("br;q=0, *;q=0.1")).containsExactly(GZIP, PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deflate", ";;", "br;q=much", "br;q=0, gzip; q=0.0", "brotli"})
    void otherwiseItIsPlain(String header) {
        assertThat(Encoding.takenBy(header)).containsExactly(PLAIN);
    }

    @Test
    void absentHeaderIsPlain() {
        assertThat(Encoding.takenBy(null)).containsExactly(PLAIN);
    }
}
