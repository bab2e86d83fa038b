package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.form.RegistrationForm;
import foyer.shared.Fields;
import foyer.shared.PublicAddresses;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final RegistrationForm FORM = RegistrationForm.read(
            Fields.of(Map.of(
                    "fields",
                    List.of(
                            "name",
                            "email",
                            Map.of("name", "seats", "type", "number"),
                            Map.of("name", "topics", "type", "multiselect", "options", List.of("rooms", "cables")),
                            Map.of("name", "country", "type", "country"),
                            Map.of("name", "vegan", "type", "checkbox"),
                            Map.of("name", "allergies", "showWhen", Map.of("field", "vegan", "equals", true)),
                            Map.of("name", "cable", "showWhen", Map.of("field", "topics", "equals", "cables"))))),
            new PublicAddresses(List.of()));

    @Test
    void answersTakeTheShapeOfTheApi() {
        var given = posted("userData.name", "Ada", "email", "ada@example.com", "userData.seats", "2.50")
                .userData(FORM, Locale.ENGLISH);

        assertThat(given).containsExactly(Map.entry("name", "Ada"), Map.entry("seats", new BigDecimal("2.50")));
    }

    @Test
    void noNumberGoesOnAsItIs() {
        assertThat(posted("userData.seats", "two").userData(FORM, Locale.ENGLISH))
                .containsEntry("seats", "two");
        assertThat(posted("userData.seats", "1".repeat(50)).userData(FORM, Locale.ENGLISH))
                .containsEntry("seats", "1".repeat(50));
    }

    @Test
    void whatAnotherAnswerLeavesOutIsNotSent() {
        assertThat(posted("userData.allergies", "nuts", "userData.cable", "red").userData(FORM, Locale.ENGLISH))
                .isEmpty();
        assertThat(posted("userData.vegan", "true", "userData.allergies", "nuts")
                        .userData(FORM, Locale.ENGLISH))
                .containsEntry("allergies", "nuts");
    }

    @Test
    void severalChoicesDecideTogether() {
        var posted = new LinkedHashMap<String, String[]>();
        posted.put("userData.topics", new String[] {"rooms", "cables"});
        posted.put("userData.cable", new String[] {"red"});

        assertThat(new Submission(posted).userData(FORM, Locale.ENGLISH))
                .containsEntry("topics", List.of("rooms", "cables"))
                .containsEntry("cable", "red");
    }

    @Test
    void aCountryMayBeWrittenInTheReadersLanguage() {
        var written = posted("userData.country", " osterreich ").userData(FORM, Locale.GERMAN);
        var nowhere = posted("userData.country", "Ruritania").userData(FORM, Locale.GERMAN);
        var coded = posted("userData.country", "AT").userData(FORM, Locale.ENGLISH);

        assertThat(written).containsEntry("country", "AT");
        assertThat(nowhere).containsEntry("country", "Ruritania");
        assertThat(coded).containsEntry("country", "AT");
    }

    @Test
    void orInAnotherLanguageThatPagesSpeak() {
        var written = posted("userData.country", "Österreich").userData(FORM, Locale.ENGLISH);
        var elsewhere = posted("userData.country", "Suède").userData(FORM, Locale.GERMAN);

        assertThat(written).containsEntry("country", "AT");
        assertThat(elsewhere).containsEntry("country", "SE");
    }

    @Test
    void everyCountryIsAmongTheCodesOfThePage() {
        var groups = Countries.codes().split(" ", -1);

        assertThat(groups).hasSize(26);
        assertThat(groups[0]).contains("T", "D").doesNotContain("B");
        assertThat(String.join("", groups)).hasSize(Locale.getISOCountries().length);
    }

    @Test
    void blanksAreNoAnswers() {
        assertThat(posted("userData.name", "  ", "userData.seats", "").userData(FORM, Locale.ENGLISH))
                .isEmpty();
    }

    private static Submission posted(String... namesAndAnswers) {
        var posted = new LinkedHashMap<String, String[]>();
        for (var index = 0; index < namesAndAnswers.length; index += 2) {
            posted.put(namesAndAnswers[index], new String[] {namesAndAnswers[index + 1]});
        }
        return new Submission(posted);
    }
}
