package foyer.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import foyer.edge.JsonText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    @Test
    void everyKindOfValueIsRead() {
        assertThat(read("{\"t\":\"a\\n🎬\",\"w\":5,\"d\":1.50,\"y\":true,\"n\":null,\"l\":[1,[],{}]}"))
                .containsEntry("t", "a\n🎬")
                .containsEntry("w", 5L)
                .containsEntry("d", new BigDecimal("1.50"))
                .containsEntry("y", true)
                .containsEntry("n", null)
                .containsEntry("l", Arrays.asList(1L, Arrays.asList(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"a\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{}x",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":1e}",
                "{\"a\":tru}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"\\u0061\":2}}",
                "{/**/}",
                "\uFEFF{}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}"
            })
    void whatIsNotOneJsonObjectIsRefused(String text) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e309", "-1e309", "1e999999999", "1e99999999999999999999", "1e-999999999", "0e999999999"})
    void numbersBeyondAllUseAreRefused(String number) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> read("{\"a\":" + number + "}"));
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> read("{\"a\":" + "9".repeat(999_990) + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepNestingIsRefusedAtOnce(String opening) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> read("{\"a\":" + opening.repeat(100_000)))
                .withMessageContaining("too deeply");
    }

    @Test
    void ordinaryNestingIsRead() {
        assertThat(read("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}")).containsKey("a");
    }

    @Test
    void moreValuesThanAnybodyNeedsAreRefused() {
        var most =
                IntStream.range(0, 50_000).mapToObj(key -> "\"" + key + "\":1").collect(Collectors.joining(","));

        assertThat(read("{" + most + "}")).hasSize(50_000);
        for (var body : List.of("{" + most + ",\"a\":1}", "{\"a\":[" + "[],".repeat(50_000) + "1]}")) {
            assertThatExceptionOfType(MalformedJson.class)
                    .isThrownBy(() -> read(body))
                    .withMessageContaining("too many values");
        }
    }

    @Test
    void whoWritesTheSignForWhatIsNoCharacterMayDoSo() {
        assertThat(JsonTree.read("{\"a\":\"\uFFFD\"}".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("a", "\uFFFD");
    }

    @Test
    void brokenUtf8IsRefused() {
        var bytes = "{\"a\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xC3;

        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonTree.read(bytes));
    }

    @Property(tries = 300)
    void whateverComesItIsReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 500)
    void almostJsonIsReadOrRefused(@ForAll("almostJson") String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void textsComeBackAsTheyWere(@ForAll("texts") String text) {
        assertThat(JsonTree.read(JsonText.of(Map.of("a", text)))).isEqualTo(Map.of("a", text));
    }

    @Property(tries = 300)
    void wholeNumbersComeBackAsTheyWere(@ForAll long number) {
        var read = JsonTree.read(JsonText.of(Map.of("a", number))).get("a");

        assertThat(new BigDecimal(String.valueOf(read))).isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ":", ",", "\"a\"", "\"", "1", "-", ".", "e9", "\\u", "null", " ", "true")
                .list()
                .ofMaxSize(20)
                .map(parts -> "{\"x\":" + String.join("", parts) + "}");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .map(text -> text.codePoints()
                        .filter(point -> Character.getType(point) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(JsonTree.read(bytes)).isNotNull();
        } catch (MalformedJson refused) {
            assertThat(refused.words()).isNotEmpty();
        }
    }

    private static Map<String, Object> read(String text) {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
