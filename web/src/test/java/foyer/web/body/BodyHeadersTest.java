package foyer.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\""
            })
    void jsonInUtf8IsTaken(String type) {
        BodyHeaders.check(type, null, "2", 1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "*/*",
                "application/*",
                "application/json;charset=latin1",
                "application/merge-patch+json",
                "",
                "nonsense"
            })
    void otherTypesAreNot(String type) {
        assertThatExceptionOfType(UnsupportedBody.class).isThrownBy(() -> BodyHeaders.check(type, null, "2", 1_000));
    }

    @Test
    void aBodyWithoutATypeIsNotGuessedAt() {
        assertThatExceptionOfType(UnsupportedBody.class).isThrownBy(() -> BodyHeaders.check(null, null, "2", 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void compressedBodiesAreNotUnfolded(String encoding) {
        assertThatExceptionOfType(UnsupportedBody.class)
                .isThrownBy(() -> BodyHeaders.check("application/json", encoding, "2", 1_000));
    }

    @Test
    void aBodyThatTheServerUnfoldedIsNotTakenEither() {
        BodyHeaders.checkCameAsSent("20", 20);
        BodyHeaders.checkCameAsSent(null, 20);

        assertThatExceptionOfType(UnsupportedBody.class).isThrownBy(() -> BodyHeaders.checkCameAsSent("20", 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "10000000", "99999999999999999999999"})
    void aBodyThatSaysItIsTooLongIsNotRead(String length) {
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> BodyHeaders.check("application/json", null, length, 1_000));
    }

    @Test
    void whatWasSentIsNotPrinted() {
        assertThat(new Submission(Map.of("password", "geheim"))).hasToString("Submission[password]");
    }
}
