package foyer.web.registration;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.form.Answers;
import foyer.form.RegistrationForm;
import foyer.registration.Credentials;
import foyer.registration.Fee;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.JsonText;
import foyer.shared.PublicAddresses;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That whoever reads a sheet has the answers, as they were given. */
class RegistrationSheetTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    private static final List<Map<String, Object>> QUESTIONS = List.of(
            Map.of("name", "remarks", "type", "textarea"),
            Map.of("name", "below", "type", "number"),
            Map.of("name", "exactly", "type", "number"),
            Map.of("name", "topics", "type", "multiselect", "options", List.of("a,b", "=1", "\"c\" 'd'", "😀")),
            Map.of("name", "news", "type", "checkbox"),
            Map.of("name", "terms", "type", "consent", "label", "I agree, \"as it stands\""));

    private static final Map<String, Object> GIVEN = Map.ofEntries(
            entry("remarks", "-5\n[\"no list\"]"),
            entry("below", -5L),
            entry("exactly", new BigDecimal("-0.10")),
            entry("topics", List.of("=1", "a,b", "\"c\" 'd'", "😀")),
            entry("news", true),
            entry("terms", true));

    @Test
    void answersOfEveryShapeReadBackToTheSame() throws IOException {
        var form = form(QUESTIONS);
        var kept = kept(form, GIVEN);

        var row = row(form, kept);

        assertThat(readBack(form, row)).isEqualTo(kept);
        assertThat(kept.get("terms")).isInstanceOf(Map.class);
        // Also as what is sent anew, with the version of the words that were agreed to.
        assertThat(kept(form, readBack(form, row))).isEqualTo(kept);
    }

    /** @param left how many of the questions are still asked */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5})
    void soDoThoseToQuestionsThatAreThereNoMore(int left) throws IOException {
        var kept = kept(form(QUESTIONS), GIVEN);
        var today = form(QUESTIONS.subList(0, left));

        var row = row(today, kept);

        assertThat(readBack(today, row)).isEqualTo(kept);
    }

    @Test
    void whatWasNotAnsweredIsEmpty() throws IOException {
        var form = form(QUESTIONS);

        var row = row(form, Map.of());

        assertThat(row.toMap())
                .containsEntry("userData.topics", "")
                .containsEntry("userData.terms", "")
                .containsEntry("otherAnswers", "");
    }

    @Test
    void noneOfThemIsAFormula() throws IOException {
        var row = row(form(QUESTIONS), kept(form(QUESTIONS), GIVEN));

        assertThat(row.values()).noneMatch(cell -> cell.matches("(?s)\\s*[=+@-].*"));
    }

    private static RegistrationForm form(List<Map<String, Object>> questions) {
        return RegistrationForm.read(Fields.of(Map.of("fields", questions)), new PublicAddresses(List.of()));
    }

    /** What is kept of the answers that are sent. */
    private static Map<String, Object> kept(RegistrationForm form, Map<String, Object> sent) {
        var submitted = Fields.of(Map.of("email", "ada@example.org", "userData", sent));
        var kept = Answers.read(form, submitted);
        submitted.text("email");
        submitted.throwIfRefused();
        return kept;
    }

    /** The only one of a sheet, as RFC 4180 reads it. */
    private static CSVRecord row(RegistrationForm form, Map<String, Object> answers) throws IOException {
        var written = new StringWriter();
        var sheet = new RegistrationSheet(form);
        try (var rows = sheet.on(written)) {
            rows.printRecord(sheet.row(registrationWith(answers), NOON));
        }
        var asItStands = CSVFormat.RFC4180.builder().setHeader().get();
        try (var read = asItStands.parse(new StringReader(written.toString()))) {
            return read.getRecords().get(0);
        }
    }

    /** As the sheet's description says: one leading apostrophe is taken off, and what is no text is JSON. */
    private static Map<String, Object> readBack(RegistrationForm form, CSVRecord row) {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            var cell = cell(row, "userData." + field.name());
            if (!cell.isEmpty()) {
                answers.put(field.name(), field.type().writing() ? cell : requireNonNull(JsonText.read(cell)));
            }
        }
        var others = cell(row, "otherAnswers");
        if (!others.isEmpty()) {
            ((Map<?, ?>) requireNonNull(JsonText.read(others)))
                    .forEach((name, answer) -> answers.put(String.valueOf(name), requireNonNull(answer)));
        }
        return answers;
    }

    private static String cell(CSVRecord row, String name) {
        return row.get(name).replaceFirst("^'", "");
    }

    private static Registration registrationWith(Map<String, Object> answers) {
        return new Registration(
                RegistrationId.fresh(),
                EventId.fresh(),
                new EmailAddress("ada@example.org"),
                answers,
                "en",
                RegistrationState.CONFIRMED,
                Fee.NONE,
                true,
                Credentials.NONE,
                null,
                1,
                NOON,
                NOON,
                false);
    }
}
