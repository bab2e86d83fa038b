package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.shared.ValidationFailed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void whatIsOutOfRangeIsToldWithTheRange() {
        assertThat(outOfRange("number", Map.of("min", 0L, "max", 1500L))).isEqualTo("Please stay between 0 and 1,500.");
        assertThat(outOfRange("number", Map.of("min", 18L))).isEqualTo("Please enter 18 or more.");
        assertThat(outOfRange("number", Map.of("max", 5L))).isEqualTo("Please enter 5 or less.");
        assertThat(outOfRange("number", Map.of())).isEqualTo("This is outside of what is possible here.");
        assertThat(outOfRange("date", Map.of("min", "2000-01-31")))
                .isEqualTo("Please enter January 31, 2000 or a later date.");
        assertThat(outOfRange("date", Map.of("max", "2015-12-31")))
                .isEqualTo("Please enter December 31, 2015 or an earlier date.");
    }

    @Test
    void theRangeIsWrittenAsItsReadersWriteIt() {
        var event = asking("number", Map.of("min", 0L, "max", 1500L));

        assertThat(words(Locale.GERMAN).finding("out_of_range", question(event)))
                .isEqualTo("Bitte bleiben Sie zwischen 0 und 1.500.");
    }

    @Test
    void beyondWhatEveryNumberMayBeThatIsToldBesideWhatItsQuestionSays() {
        assertThat(outOfRange(Locale.ENGLISH, Map.of(), "9007199254740992"))
                .isEqualTo("Please enter 9,007,199,254,740,991 or less.");
        assertThat(outOfRange(Locale.ENGLISH, Map.of("min", 18L), "1e17"))
                .isEqualTo("Please stay between 18 and 9,007,199,254,740,991.");
        assertThat(outOfRange(Locale.ENGLISH, Map.of("max", 5L), "-1e17"))
                .isEqualTo("Please stay between -9,007,199,254,740,991 and 5.");
        assertThat(outOfRange(Locale.ENGLISH, Map.of("min", 18L), "-1e17")).isEqualTo("Please enter 18 or more.");
        assertThat(outOfRange(Locale.GERMAN, Map.of(), "1e17"))
                .isEqualTo("Bitte geben Sie 9.007.199.254.740.991 oder weniger an.");
        assertThat(outOfRange(Locale.forLanguageTag("es"), Map.of(), "1e17")).contains("9.007.199.254.740.991");
        assertThat(outOfRange(Locale.FRENCH, Map.of(), "1e17").replaceAll("\\p{Z}", " "))
                .contains("9 007 199 254 740 991");
    }

    @Test
    void aFormWithoutScriptsTellsTheRangeByWhatWasAnswered() {
        var event = asking("number", Map.of("min", 18L));
        var given = new Submission(Map.of("userData.asked", new String[] {"1e17"}));
        var refused = new ValidationFailed("userData.asked", "out_of_range", "");

        var told =
                Entering.findings(Standing.at(Panel.REGISTER).answering(given), refused, event, words(Locale.ENGLISH));

        assertThat(told).containsEntry("userData.asked", "Please stay between 18 and 9,007,199,254,740,991.");
    }

    private static String outOfRange(Locale locale, Map<String, ?> bounds, String answer) {
        var question = question(asking("number", bounds)).answered(List.of(answer), null);
        return words(locale).finding("out_of_range", question);
    }

    private static String outOfRange(String type, Map<String, ?> bounds) {
        return words(Locale.ENGLISH).finding("out_of_range", question(asking(type, bounds)));
    }

    private static Event asking(String type, Map<String, ?> bounds) {
        var field = new LinkedHashMap<String, Object>(Map.of("name", "asked", "type", type));
        field.putAll(bounds);
        return AnEvent.asking(field);
    }

    private static Question question(Event event) {
        return new Questions(words(Locale.ENGLISH), Submission.NONE, Map.of())
                .of(Panel.REGISTER, event)
                .get(1);
    }

    private static Words words(Locale locale) {
        var texts = ResourceBundle.getBundle(
                "foyer.player.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(texts, locale);
    }
}
