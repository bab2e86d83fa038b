package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerSealTest {
    private final AnswerSeal seal = RepeatingFixture.seal((byte) 1);

    @Test
    void anAnswerComesBackAsItWas() {
        var answer = anAnswer();

        assertThat(seal.open("id", seal.seal("id", answer))).contains(answer);
    }

    @Test
    void theOrderOfKeysIsKept() {
        var back = seal.open("id", seal.seal("id", anAnswer())).orElseThrow();

        assertThat(((Map<?, ?>) Objects.requireNonNull(back.body()))
                        .keySet().stream().map(String::valueOf))
                .containsExactly("z", "a", "text", "numbers", "nothing");
    }

    @Test
    void whatIsSealedShowsNothing() {
        var sealed = seal.seal("id", new Answer(200, Map.of(), Map.of("accessToken", "very-secret")));

        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret", "Token");
    }

    @Test
    void theSameAnswerNeverLooksTheSame() {
        assertThat(seal.seal("id", anAnswer())).isNotEqualTo(seal.seal("id", anAnswer()));
    }

    @Test
    void anotherIdOrSecretDoesNotOpenIt() {
        var sealed = seal.seal("id", anAnswer());

        assertThat(seal.open("another", sealed)).isEmpty();
        assertThat(RepeatingFixture.seal((byte) 2).open("id", sealed)).isEmpty();
    }

    @Test
    void anAlteredOneDoesNotOpen() {
        var bytes = Base64.getDecoder().decode(seal.seal("id", anAnswer()));
        bytes[20] ^= 1;

        assertThat(seal.open("id", Base64.getEncoder().encodeToString(bytes))).isEmpty();
        assertThat(seal.open("id", "")).isEmpty();
        assertThat(seal.open("id", "not base64!")).isEmpty();
    }

    private static Answer anAnswer() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("z", true);
        body.put("a", false);
        body.put("text", "\"Grüße\\\n\u0001🎭\"");
        body.put("numbers", List.of(1L, -5L, Long.MAX_VALUE / 10, new BigDecimal("1.50"), new BigDecimal("1E+400")));
        body.put("nothing", Arrays.asList(null, Map.of(), List.of()));
        return new Answer(201, Map.of("ETag", "\"1-draft\""), body);
    }
}
