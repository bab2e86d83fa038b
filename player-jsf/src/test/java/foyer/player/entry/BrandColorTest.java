package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandColorTest {
    @ParameterizedTest
    @CsvSource({
        "#000000, #fff",
        "#0a1f44, #fff",
        "#b00020, #fff",
        "#ffffff, #000",
        "#e2b714, #000",
        "#0a7, #000",
        "#777777, #000"
    })
    void whatIsWrittenOnItCanBeRead(String color, String ink) {
        assertThat(BrandColor.of(color).ink()).isEqualTo(ink);
    }

    @Test
    void shortColoursAreWrittenOut() {
        assertThat(BrandColor.of("#0A7").css()).isEqualTo("#00aa77");
    }
}
