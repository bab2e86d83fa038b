package foyer.player.entry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.form.Answers;
import foyer.form.RegistrationForm;
import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.PublicAddresses;
import foyer.shared.ValidationFailed;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules by which answers are read, by the table that {@code answer-rules.test.js} holds the browser's to. */
class AnswersTableTest {
    private static final String NAME = "asked";

    @ParameterizedTest
    @MethodSource("cases")
    void theServerFindsWhatTheTableSays(JsonObject one) {
        var answer = one.getString("answer").repeat(one.getInt("times", 1));
        var form = form(one);
        var posted = new Submission(Map.of("userData." + NAME, new String[] {answer}));
        var submitted = Fields.of(Map.of("userData", posted.userData(form, Locale.ENGLISH)));

        Answers.read(form, submitted);

        assertThat(firstFinding(submitted)).isEqualTo(one.getString("finding"));
    }

    static Stream<JsonObject> cases() {
        try (var reader = Json.createReader(
                requireNonNull(AnswersTableTest.class.getResourceAsStream("/foyer/player/answers.json")))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream();
        }
    }

    private static RegistrationForm form(JsonObject one) {
        var field = new LinkedHashMap<String, Object>(Map.of("name", NAME, "type", one.getString("type")));
        if (one.containsKey("bounds")) {
            one.getJsonObject("bounds").forEach((name, value) -> field.put(name, plain(value)));
        }
        var fields = Fields.of(Map.of("fields", List.of(field)));
        var form = RegistrationForm.read(fields, new PublicAddresses(List.of()));
        fields.throwIfRefused();
        return form;
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        var number = ((JsonNumber) value).bigDecimalValue();
        return number.scale() <= 0 ? (Object) number.longValueExact() : number;
    }

    private static String firstFinding(Fields submitted) {
        try {
            submitted.throwIfRefused();
            return "";
        } catch (ValidationFailed refused) {
            return refused.findings().stream().findFirst().map(Finding::code).orElseThrow();
        }
    }
}
