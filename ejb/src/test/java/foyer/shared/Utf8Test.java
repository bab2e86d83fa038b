package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße, \uD83D\uDC4B", "\uFFFD is what somebody wrote", "\uFEFFmarked"})
    void whatIsUtf8IsReadAsItIs(String text) {
        assertThat(Utf8.read(text.getBytes(StandardCharsets.UTF_8))).contains(text);
    }

    /** A byte of Latin-1, half of a character, one that is longer than need be, half of a surrogate pair. */
    @ParameterizedTest
    @ValueSource(strings = {"fc", "e282", "c0af", "eda080", "efbfbdfc"})
    void whatIsNoneIsNoText(String bytes) {
        assertThat(Utf8.read(HexFormat.of().parseHex(bytes))).isEmpty();
    }
}
