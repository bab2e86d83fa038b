package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.ValidationFailed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {
    @Test
    void theOrderOfKeysDoesNotMatter() {
        var one = new LinkedHashMap<String, Object>();
        one.put("a", 1L);
        one.put("b", 2L);
        var other = new LinkedHashMap<String, Object>();
        other.put("b", 2L);
        other.put("a", 1L);

        assertThat(fingerprint(one)).isEqualTo(fingerprint(other));
    }

    @Test
    void theOrderOfAListMatters() {
        assertThat(fingerprint(List.of(1L, 2L))).isNotEqualTo(fingerprint(List.of(2L, 1L)));
    }

    @Test
    void aNumberCountsByItsValue() {
        assertThat(List.of(new BigDecimal("1.0"), new BigDecimal("1e0"), new BigDecimal("1"), 1L, 1))
                .allSatisfy(one -> assertThat(fingerprint(one)).isEqualTo(fingerprint(1L)));
        assertThat(fingerprint(new BigDecimal("1e2"))).isEqualTo(fingerprint(100L));
        assertThat(fingerprint(new BigDecimal("1.1"))).isNotEqualTo(fingerprint(1L));
    }

    @Test
    void whatIsAbsentNullEmptyOrAnotherTypeDiffers() {
        assertThat(List.of(
                        fingerprint(null),
                        fingerprint(Map.of()),
                        fingerprint(List.of()),
                        fingerprint(""),
                        fingerprint(0L),
                        fingerprint("0"),
                        fingerprint(false),
                        fingerprint("null"),
                        fingerprint(Arrays.asList((Object) null))))
                .doesNotHaveDuplicates();
    }

    @Test
    void textCannotPassForStructure() {
        assertThat(fingerprint(List.of("a\",\"b"))).isNotEqualTo(fingerprint(List.of("a", "b")));
    }

    @Test
    void brokenTextsStayApart() {
        assertThat(fingerprint("\ud83c")).isNotEqualTo(fingerprint("\ud83d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\n", "\u007f"})
    void aKeyIsVisibleAscii(String key) {
        assertThatThrownBy(() -> new RequestKey("x", "/", key, null)).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThatCode(() -> new RequestKey("x", "/", "k".repeat(255), null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new RequestKey("x", "/", "k".repeat(256), null))
                .isInstanceOf(ValidationFailed.class);
    }

    private static String fingerprint(@Nullable Object body) {
        return new RequestKey("x", "/", "k", body).fingerprint();
    }
}
