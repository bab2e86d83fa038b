package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Finding;
import foyer.shared.NotFound;
import foyer.shared.ProblemCode;
import foyer.shared.TooManyRequests;
import foyer.shared.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorAnswerTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00.123456Z");

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAStatusOfAFailure(ProblemCode code) {
        assertThat(new ErrorAnswer(code, "No.").status()).isBetween(400, 503);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasTheOneForm(ProblemCode code) {
        assertThat(json(new ErrorAnswer(code, "No.")))
                .isEqualTo(
                        "{\"error\":{\"code\":\"" + code.wireName()
                                + "\",\"message\":\"No.\",\"details\":{\"requestId\":\"r-1\"},\"timestamp\":\"2030-05-01T12:00:00.123Z\"}}");
    }

    @Test
    void allFindingsAreTold() {
        assertThat(json(ErrorAnswer.of(new ValidationFailed("title", "required", "This is required."))))
                .contains("\"fields\":[{\"field\":\"title\",\"code\":\"required\",\"message\":\"This is required.\"}]");
    }

    @Test
    void ofManyFindingsAHundredAreToldAndHowManyMoreThereAre() {
        assertThat(told(100)).hasSize(100).last().isEqualTo("field99: There is no such field.");
        assertThat(told(50_000))
                .hasSize(101)
                .startsWith("field0: There is no such field.")
                .endsWith(": There are more findings than are told here: 49900.");
    }

    private static List<String> told(int wrong) {
        var findings = IntStream.range(0, wrong)
                .mapToObj(number -> new Finding("field" + number, "unknown", "There is no such field."))
                .toList();
        var answer = ErrorAnswer.of(new ValidationFailed(findings));
        var fields = (List<?>) Objects.requireNonNull(answer.details().get("fields"));
        return fields.stream()
                .map(field -> (Map<?, ?>) field)
                .map(field -> field.get("field") + ": " + field.get("message"))
                .toList();
    }

    @Test
    void whoAsksTooOftenLearnsWhenToComeBack() {
        var answer = ErrorAnswer.of(new TooManyRequests("Slow down.", Duration.ofSeconds(7)));

        assertThat(answer.headers()).containsEntry("Retry-After", "7");
    }

    @Test
    void whoIsUnknownLearnsHowToSayWho() {
        assertThat(new ErrorAnswer(ProblemCode.TOKEN_EXPIRED, "Expired.")
                        .headers()
                        .get("WWW-Authenticate"))
                .startsWith("Bearer ");
    }

    @Test
    void noRefusalIsCached() {
        assertThat(ErrorAnswer.of(new NotFound("event")).headers()).containsEntry("Cache-Control", "no-store");
    }

    private static String json(ErrorAnswer answer) {
        return new String(answer.json("r-1", NOON), StandardCharsets.UTF_8);
    }
}
