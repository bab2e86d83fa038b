package foyer.form;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Fields;
import foyer.shared.PublicAddresses;
import foyer.shared.ValidationFailed;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationFormTest {
    private static final PublicAddresses ADDRESSES = new PublicAddresses(List.of());

    @Test
    void aPlainNameIsAFieldOfItsUsualType() {
        var form = read(Map.of("fields", List.of("email", "name", "phone", "country"), "required", List.of("email")));

        assertThat(form.fields())
                .extracting(RegistrationField::type)
                .containsExactly(FieldType.EMAIL, FieldType.TEXT, FieldType.PHONE, FieldType.COUNTRY);
        assertThat(form.fields()).extracting(RegistrationField::required).containsExactly(true, false, false, false);
    }

    @Test
    void whatIsToldIsTheWholeField() {
        var form = read(Map.of("fields", List.of("email"), "required", List.of("email")));

        assertThat(form.tree())
                .containsEntry("required", List.of("email"))
                .containsEntry(
                        "fields",
                        List.of(Map.of("name", "email", "label", "email", "type", "email", "required", true)));
    }

    @Test
    void aFieldSaysItselfThatItIsRequired() {
        var form = read(Map.of("fields", List.of(Map.of("name", "age", "type", "number", "required", true))));

        assertThat(form.tree()).containsEntry("required", List.of("age"));
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void everyTypeIsTaken(FieldType type) {
        var field = type.choosing()
                ? Map.of("name", "a", "type", Fields.wireName(type), "options", List.of("x", "y"))
                : Map.of("name", "a", "type", Fields.wireName(type));

        assertThat(findings(Map.of("fields", List.of(field)))).isEmpty();
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong(Map.of("name", "1a"), "name invalid"),
                wrong(Map.of("name", "a b"), "name invalid"),
                wrong(Map.of("name", "a".repeat(51)), "name invalid"),
                wrong(Map.of("name", "a", "type", "file"), "type unknown_value"),
                wrong(Map.of("name", "a", "label", "x\ny"), "label invalid_characters"),
                wrong(Map.of("name", "a", "labels", Map.of("Deutsch!", "x")), "labels invalid"),
                wrong(Map.of("name", "a", "labels", Map.of("de", 1L)), "labels.de wrong_type"),
                wrong(Map.of("name", "a", "required", "yes"), "required wrong_type"),
                wrong(Map.of("name", "a", "options", List.of("x")), "options not_applicable"),
                wrong(Map.of("name", "a", "type", "select"), "options required"),
                wrong(Map.of("name", "a", "type", "select", "options", List.of()), "options required"),
                wrong(Map.of("name", "a", "type", "select", "options", List.of("x", "x")), "options invalid"),
                wrong(Map.of("name", "a", "type", "select", "options", List.of(" ")), "options invalid"),
                wrong(
                        Map.of("name", "a", "type", "select", "options", Collections.nCopies(301, "x")),
                        "options too_many"),
                wrong(labelled(Map.of("de", List.of("eins"))), "optionLabels.de invalid"),
                wrong(labelled(Map.of("de", List.of("eins", " "))), "optionLabels.de invalid"),
                wrong(labelled(Map.of("de", "eins")), "optionLabels.de wrong_type", "optionLabels.de invalid"),
                wrong(labelled(Map.of("Deutsch!", List.of("eins", "zwei"))), "optionLabels invalid"),
                wrong(Map.of("name", "a", "optionLabels", Map.of("de", List.of("eins"))), "optionLabels.de invalid"),
                wrong(Map.of("name", "a", "pattern", "("), "pattern invalid"),
                wrong(Map.of("name", "a", "pattern", "(a)\\1"), "pattern invalid"),
                wrong(Map.of("name", "a", "pattern", "(?=a)"), "pattern invalid"),
                wrong(Map.of("name", "a", "pattern", "a".repeat(501)), "pattern too_long"),
                wrong(Map.of("name", "a", "pattern", "((a{1,1000}){1,1000}){1,1000}"), "pattern invalid"),
                wrong(Map.of("name", "a", "type", "checkbox", "pattern", "a"), "pattern not_applicable"),
                wrong(Map.of("name", "a", "min", 1L), "min not_applicable"),
                wrong(Map.of("name", "a", "type", "number", "min", "1"), "min wrong_type"),
                wrong(Map.of("name", "a", "type", "number", "min", 2L, "max", 1L), "max out_of_range"),
                wrong(Map.of("name", "a", "type", "number", "max", new BigDecimal("1e309")), "max out_of_range"),
                wrong(Map.of("name", "a", "type", "number", "max", 9_007_199_254_740_992L), "max out_of_range"),
                wrong(Map.of("name", "a", "type", "number", "min", -9_007_199_254_740_992L), "min out_of_range"),
                wrong(Map.of("name", "a", "type", "number", "max", new BigDecimal("1e-300")), "max out_of_range"),
                wrong(Map.of("name", "a", "type", "date", "min", "tomorrow"), "min invalid"),
                wrong(Map.of("name", "a", "type", "date", "min", 1L), "min wrong_type"),
                wrong(
                        Map.of("name", "a", "type", "date", "min", "2030-01-02", "max", "2030-01-01"),
                        "max out_of_range"),
                wrong(Map.of("name", "a", "maxLength", 0L), "maxLength out_of_range"),
                wrong(Map.of("name", "a", "maxLength", 10_001L), "maxLength out_of_range"),
                wrong(Map.of("name", "a", "type", "date", "maxLength", 5L), "maxLength not_applicable"),
                wrong(Map.of("name", "a", "help", "h".repeat(1001)), "help too_long"),
                wrong(Map.of("name", "a", "placeholder", "x"), "placeholder unknown"),
                wrong(Map.of("name", "a", "showWhen", Map.of()), "showWhen.field required", "showWhen.equals required"),
                wrong(showing("a", "x"), "showWhen.field unknown_value"),
                wrong(showing("later", "x"), "showWhen.field unknown_value"),
                wrong(showing("seat", "c"), "showWhen.equals unknown_value"),
                wrong(showing("tick", "yes"), "showWhen.equals wrong_type"));
    }

    private static Map<String, Object> labelled(Map<String, ?> labels) {
        return Map.of("name", "a", "type", "select", "options", List.of("one", "two"), "optionLabels", labels);
    }

    @Test
    void optionsKeepTheirLabels() {
        var form = read(Map.of(
                "fields", List.of(labelled(Map.of("de", List.of("eins", "zwei"), "pt-BR", List.of("um", "dois"))))));
        var field = read(form.tree()).fields().get(0);

        assertThat(field.optionLabel("two", Locale.GERMANY)).isEqualTo("zwei");
        assertThat(field.optionLabel("two", Locale.forLanguageTag("pt-BR"))).isEqualTo("dois");
        assertThat(field.optionLabel("two", Locale.FRENCH)).isEqualTo("two");
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void findsWhatIsWrongWithAField(Map<String, Object> field, List<String> findings) {
        var seat = Map.of("name", "seat", "type", "select", "options", List.of("a", "b"));
        var tick = Map.of("name", "tick", "type", "checkbox");

        assertThat(findings(Map.of("fields", List.of(seat, tick, field, "later"))))
                .containsExactlyInAnyOrderElementsOf(
                        findings.stream().map(finding -> "fields[2]." + finding).toList());
    }

    @Test
    void boundsOfNumbersThatNoBrowserKnowsExactlyAreReadWhereTheyWereSavedOnce() {
        var kept = 123_456_789_012_345_678L;
        var form = read(Map.of("fields", List.of(Map.of("name", "a", "type", "number", "max", kept))));

        assertThat(form.fields().get(0).bounds().max()).isEqualTo(BigDecimal.valueOf(kept));
        assertThat(form.tree().toString()).contains("max=" + kept);
    }

    @Test
    void aFieldShowsOnAnEarlierAnswer() {
        var seat = Map.of("name", "seat", "type", "multiselect", "options", List.of("a", "b"));
        var tick = Map.of("name", "tick", "type", "consent");

        assertThat(findings(Map.of("fields", List.of(seat, tick, showing("seat", "b")))))
                .isEmpty();
        assertThat(findings(Map.of("fields", List.of(seat, tick, showing("tick", true)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z]{2}[0-9]{6,9}",
                "([0-9]{1,3}\\.){3}[0-9]{1,3}",
                "(a+)+$",
                "\\p{L}{1,50}",
                "[a-z]{1,1000}",
                "\\x{1F600}"
            })
    void usualPatternsAreTaken(String pattern) {
        assertThat(findings(Map.of("fields", List.of(Map.of("name", "a", "pattern", pattern)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1,1000}){1,1000}){1,1000}",
                "(a{1000}\\Q)\\E){1000}",
                "(a{1000}[)]){1000}",
                "((a{999}){999})",
                "(?:(?:b{0,500}){500,})",
                "(a{1000}){999999999}",
                "a{1000}{1000}"
            })
    void patternsThatWouldEatTheHeapAreRefused(String pattern) {
        assertThat(findings(Map.of("fields", List.of(Map.of("name", "a", "pattern", pattern)))))
                .containsExactly("fields[0].pattern invalid");
    }

    @Test
    void namesDiffer() {
        assertThat(findings(Map.of("fields", List.of("email", "email", Map.of("name", "email")))))
                .containsExactly("fields[1] duplicate", "fields[2].name duplicate");
    }

    @Test
    void onlyFieldsOfTheFormAreRequired() {
        assertThat(findings(Map.of("fields", List.of("email"), "required", List.of("name"))))
                .containsExactly("required unknown_value");
    }

    @Test
    void theAddressIsRequiredWithoutBeingAField() {
        var form = Map.of("fields", List.of(Map.of("name", "name")), "required", List.of("email", "name"));

        assertThat(findings(form)).isEmpty();
        assertThat(read(form).tree()).containsEntry("required", List.of("name"));
    }

    @Test
    void aFieldDoesNotContradictTheList() {
        var email = Map.of("name", "email", "required", false);

        assertThat(findings(Map.of("fields", List.of(email), "required", List.of("email"))))
                .containsExactly("fields[0].required contradicts");
    }

    @Test
    void theLookIsChecked() {
        var look = Map.of(
                "logoUrl", "http://media.example.com/l.png",
                "primaryColor", "red; background: url(x)",
                "submitLabel", "s".repeat(101),
                "intro", "i".repeat(5001),
                "thankYou", "\u0000",
                "font", "x");

        assertThat(findings(Map.of("customization", look)))
                .containsExactlyInAnyOrder(
                        "customization.logoUrl not_encrypted",
                        "customization.primaryColor invalid",
                        "customization.submitLabel too_long",
                        "customization.intro too_long",
                        "customization.thankYou invalid_characters",
                        "customization.font unknown");
    }

    private static Map<String, Object> showing(String field, Object equals) {
        return Map.of("name", "a", "showWhen", Map.of("field", field, "equals", equals));
    }

    private static Arguments wrong(Map<String, Object> field, String... findings) {
        return Arguments.of(field, List.of(findings));
    }

    private static RegistrationForm read(Map<String, ?> tree) {
        return RegistrationForm.read(Fields.of(tree), ADDRESSES);
    }

    private static List<String> findings(Map<String, ?> tree) {
        var fields = Fields.of(tree);
        RegistrationForm.read(fields, ADDRESSES);
        try {
            fields.throwIfRefused();
            return List.of();
        } catch (ValidationFailed failed) {
            return failed.findings().stream()
                    .map(finding -> finding.field() + " " + finding.code())
                    .toList();
        }
    }
}
