package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import java.util.LinkedHashMap;
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
