package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void everyKindOfValueIsWritten() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("text", "a\"b\n🎬\u202E");
        tree.put("whole", 5L);
        tree.put("decimal", new BigDecimal("1.50"));
        tree.put("truth", true);
        tree.put("list", Arrays.asList("x", null, Map.of()));

        assertThat(new String(JsonText.of(tree), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"text\":\"a\\\"b\\n🎬\u202E\",\"whole\":5,\"decimal\":1.50,\"truth\":true,\"list\":[\"x\",null,{}]}");
    }

    @Test
    void whatIsNoPartOfTheTreeIsABug() {
        assertThatIllegalStateException().isThrownBy(() -> JsonText.of(Map.of("clock", new Object())));
    }
}
