package foyer.form;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.PublicAddresses;
import foyer.shared.ValidationFailed;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {
    private static final Map<String, Object> CONSENT = Map.of("name", "terms", "type", "consent", "required", true);

    @Test
    void answersComeInTheFormsOrder() {
        var form = form("email", "name", Map.of("name", "age", "type", "number"));

        var answers = Answers.read(form, submitted(Map.of("age", 7L, "name", "Ada")));

        assertThat(answers.keySet()).containsExactly("email", "name", "age");
        assertThat(answers).containsEntry("email", "ada@example.org").containsEntry("age", 7L);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var form = form(
                Map.of("name", "name", "required", true),
                Map.of("name", "born", "type", "date", "max", "2020-12-31"),
                Map.of("name", "size", "type", "select", "options", List.of("s", "m")));

        assertThat(findings(form, Map.of("born", "2021-01-01", "size", "xxl", "more", 1L)))
                .extracting(Finding::field, Finding::code)
                .containsExactlyInAnyOrder(
                        tuple("userData.name", "required"),
                        tuple("userData.born", "out_of_range"),
                        tuple("userData.size", "unknown_value"),
                        tuple("userData.more", "unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, not an address, invalid",
        "phone, call me, invalid",
        "date, 1.5.2030, invalid",
        "country, Austria, unknown_value",
        "country, XX, unknown_value",
        "number, seven, wrong_type",
        "checkbox, yes, wrong_type",
        "multiselect, a, wrong_type"
    })
    void everyTypeHasItsRule(String type, String answer, String code) {
        var field = new HashMap<String, Object>(Map.of("name", "q", "type", type));
        if (type.equals("multiselect")) {
            field.put("options", List.of("a"));
        }

        assertThat(findings(form(field), Map.of("q", answer)))
                .extracting(Finding::code)
                .containsExactly(code);
    }

    static Stream<Arguments> goodAnswers() {
        return Stream.of(
                Arguments.of("text", Map.of("maxLength", 3), "Ada"),
                Arguments.of("textarea", Map.of(), "Two\nlines"),
                Arguments.of("email", Map.of(), "bob@example.org"),
                Arguments.of("phone", Map.of(), "+43 (1) 234-567"),
                Arguments.of("number", Map.of("min", 0L, "max", 5L), 5L),
                Arguments.of("number", Map.of(), new BigDecimal("0.5")),
                Arguments.of("number", Map.of(), 9_007_199_254_740_991L),
                Arguments.of("number", Map.of(), -9_007_199_254_740_991L),
                Arguments.of("date", Map.of("min", "2030-05-01", "max", "2030-05-01"), "2030-05-01"),
                Arguments.of("select", Map.of("options", List.of("a", "b")), "b"),
                Arguments.of("multiselect", Map.of("options", List.of("a", "b")), List.of("b", "a")),
                Arguments.of("checkbox", Map.of(), false),
                Arguments.of("country", Map.of(), "AT"));
    }

    @ParameterizedTest
    @MethodSource("goodAnswers")
    void whatEachTypeTakesIsKeptAsItWasGiven(String type, Map<String, Object> bounds, Object answer) {
        var field = new HashMap<>(bounds);
        field.put("name", "q");
        field.put("type", type);

        assertThat(findings(form(field), Map.of("q", answer))).isEmpty();
        assertThat(Answers.read(form(field), submitted(Map.of("q", answer)))).containsExactly(Map.entry("q", answer));
    }

    static Stream<Arguments> answersBeyondTheirBounds() {
        return Stream.of(
                Arguments.of("text", Map.of("maxLength", 3), "Adam", "too_long"),
                Arguments.of("textarea", Map.of("maxLength", 3), "Adam", "too_long"),
                Arguments.of("number", Map.of("min", 0L), -1L, "out_of_range"),
                Arguments.of("number", Map.of("max", 5L), new BigDecimal("5.01"), "out_of_range"),
                Arguments.of("number", Map.of(), 9_007_199_254_740_992L, "out_of_range"),
                Arguments.of("number", Map.of("min", 0L), 9_007_199_254_740_992L, "out_of_range"),
                Arguments.of("number", Map.of(), -9_007_199_254_740_992L, "out_of_range"),
                Arguments.of("number", Map.of(), new BigDecimal("9007199254740991.5"), "out_of_range"),
                Arguments.of("number", Map.of(), new BigDecimal("1e999999999"), "out_of_range"),
                Arguments.of("number", Map.of(), new BigDecimal("1e-19"), "out_of_range"),
                Arguments.of("date", Map.of("min", "2030-05-02"), "2030-05-01", "out_of_range"));
    }

    @ParameterizedTest
    @MethodSource("answersBeyondTheirBounds")
    void whatIsBeyondTheBoundsIsRefused(String type, Map<String, Object> bounds, Object answer, String code) {
        var field = new HashMap<>(bounds);
        field.put("name", "q");
        field.put("type", type);

        assertThat(findings(form(field), Map.of("q", answer)))
                .extracting(Finding::code)
                .containsExactly(code);
    }

    @Test
    void aPatternIsForTheWholeAnswer() {
        var form = form(Map.of("name", "zip", "type", "text", "pattern", "[0-9]{4}"));

        assertThat(findings(form, Map.of("zip", "10100")))
                .extracting(Finding::code)
                .containsExactly("pattern");
        assertThat(findings(form, Map.of("zip", "1010"))).isEmpty();
    }

    @Test
    void aQuestionThatIsNotShownTakesNoAnswer() {
        var form = form(
                Map.of("name", "guest", "type", "checkbox"),
                Map.of("name", "who", "required", true, "showWhen", Map.of("field", "guest", "equals", true)));

        assertThat(Answers.read(form, submitted(Map.of("guest", false, "who", "Bob"))))
                .doesNotContainKey("who");
        assertThat(findings(form, Map.of())).isEmpty();
        assertThat(findings(form, Map.of("guest", true)))
                .extracting(Finding::field)
                .containsExactly("userData.who");
    }

    @Test
    void aConsentIsKeptWithTheWordsAgreedTo() {
        var form = form(CONSENT);

        var answers = Answers.read(form, submitted(Map.of("terms", true)));

        assertThat(answers.get("terms"))
                .isEqualTo(Map.of(
                        "agreed", true, "version", Consent.version(form.fields().get(0)), "label", "terms"));
        assertThat(findings(form, Map.of("terms", false)))
                .extracting(Finding::code)
                .containsExactly("required");
    }

    @Test
    void nobodyAgreesToWordsThatChangedMeanwhile() {
        var seen = Map.<String, Object>of("agreed", true, "version", "0000");

        assertThat(findings(form(CONSENT), Map.of("terms", seen)))
                .extracting(Finding::code)
                .containsExactly("changed");
    }

    @Test
    void theAddressInTheFormIsTheOneThatRegisters() {
        assertThat(findings(form("email"), Map.of("email", "bob@example.org")))
                .extracting(Finding::code)
                .containsExactly("contradicts");
        assertThat(findings(form("email"), Map.of("email", "ada@EXAMPLE.org"))).isEmpty();
    }

    @Test
    void whatIsWrongWithAFieldThatIsReadTwiceIsToldOnce() {
        var submitted = Fields.of(Map.of("email", 5L));
        submitted.text("email");
        Answers.read(form("name"), submitted);

        assertThatThrownBy(submitted::throwIfRefused)
                .asInstanceOf(type(ValidationFailed.class))
                .extracting(ValidationFailed::findings, as(LIST))
                .hasSize(1);
    }

    @Test
    void allAnswersTogetherAreWhatTheStoreTakes() {
        var fields = IntStream.range(0, 26)
                .mapToObj(number -> Map.of("name", "f" + number, "type", "textarea", "maxLength", 10_000L))
                .toArray();
        var answers = new HashMap<String, Object>();
        for (var number = 0; number < 24; number++) {
            answers.put("f" + number, "x".repeat(10_000));
        }

        assertThat(findings(form(fields), answers)).isEmpty();
        answers.put("f24", "\uD83D\uDE42".repeat(5_000));
        assertThat(findings(form(fields), answers))
                .extracting(Finding::field, Finding::code)
                .containsExactly(tuple("userData", "too_large"));
    }

    private static RegistrationForm form(Object... fields) {
        return RegistrationForm.read(Fields.of(Map.of("fields", List.of(fields))), new PublicAddresses(List.of()));
    }

    private static Fields submitted(Map<String, Object> userData) {
        return Fields.of(Map.of("email", "ada@example.org", "userData", userData));
    }

    private static List<Finding> findings(RegistrationForm form, Map<String, Object> userData) {
        var submitted = submitted(userData);
        Answers.read(form, submitted);
        try {
            submitted.throwIfRefused();
            return List.of();
        } catch (ValidationFailed refused) {
            return refused.findings();
        }
    }
}
