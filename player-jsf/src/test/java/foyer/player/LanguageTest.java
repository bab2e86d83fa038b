package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.checkout.Taken;
import foyer.shared.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de",
                "de-AT, en;q=0.5|de",
                "fr-CH, fr;q=0.9, en;q=0.8|fr",
                "ja, es;q=0.4, de;q=0.3|es",
                "en-GB|en",
                "de;q=0.1, fr|fr",
                "ja|en",
                "*|en"
            })
    void viewerGetsTheFirstLanguageThatIsSpoken(String header, String tag) {
        assertThat(Language.preferredIn(header).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";;;", "de;q=zero", "\u0000", "x-"})
    void nonsenseIsAnsweredInEnglish(String header) {
        assertThat(Language.preferredIn(header).tag()).isEqualTo("en");
    }

    @Test
    void endlessWishesAreAnsweredInEnglish() {
        assertThat(Language.preferredIn("de,".repeat(10_000)).tag()).isEqualTo("en");
    }

    @Test
    void noWishIsAnsweredInEnglish() {
        assertThat(Language.preferredIn(null).tag()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"ar,rtl", "he,rtl", "fa-IR,rtl", "en,ltr", "de,ltr", "ja,ltr"})
    void aLanguageIsReadFromItsOwnSide(String tag, String direction) {
        assertThat(new Language(Locale.forLanguageTag(tag)).direction()).isEqualTo(direction);
    }

    @Test
    void everyLanguageHasEveryText() {
        for (var language : Language.all()) {
            assertThat(keys(language)).as(language.tag()).isEqualTo(keys(Language.preferredIn("en")));
            assertThat(language.texts().getLocale().toLanguageTag())
                    .as("a bundle of its own")
                    .isIn(language.tag(), "und");
            assertThat(language.paying().getLocale()).isEqualTo(language.texts().getLocale());
        }
    }

    @Test
    void everyLanguageSaysOfEverythingThatItIsStored() {
        var stored = Stream.concat(
                        PrivacyPage.DEVICE.stream().map("device."::concat),
                        PrivacyPage.SERVER.stream().map("server."::concat))
                .flatMap(name -> Stream.of(name, name + ".words"));

        assertThat(Language.preferredIn("en").privacy().keySet()).containsAll(stored.toList());
        for (var language : Language.all()) {
            assertThat(language.privacy().keySet())
                    .as(language.tag())
                    .isEqualTo(Language.preferredIn("en").privacy().keySet());
            assertThat(language.privacy().getLocale())
                    .isEqualTo(language.texts().getLocale());
        }
    }

    @Test
    void everyWayThatAPaymentMayTakeHasItsWords() {
        for (var status : Taken.Status.values()) {
            // Whoever has paid is in, and is told nothing.
            if (status != Taken.Status.COMPLETED) {
                assertThat(keys(Language.preferredIn("en"))).contains("pay.state." + Fields.wireName(status));
            }
        }
    }

    @Test
    void wordsOnPayingAreFetchedByThemselves() {
        var english = Language.preferredIn("en");

        assertThat(english.texts().keySet())
                .doesNotContainAnyElementsOf(english.paying().keySet());
        assertThat(english.allTexts().keySet())
                .containsAll(english.texts().keySet())
                .containsAll(english.paying().keySet());
    }

    @Test
    void everyStepHasItsWords() {
        for (var step : Step.values()) {
            assertThat(keys(Language.preferredIn("en"))).contains("state." + step.key());
        }
    }

    // A picture that plays, or is about to, speaks for itself.
    @Test
    void whateverHappensToThePictureHasItsWords() throws IOException {
        var english = Language.preferredIn("en").texts();
        var change = Files.readString(Path.of("src", "main", "js", "video-player.js"))
                .transform(module -> module.substring(0, module.indexOf("*/")));
        var states = Pattern.compile("@property \\{([^}]*)} state").matcher(change);
        assertThat(states.find()).isTrue();

        for (var state : states.group(1).replaceAll("['|]", "").split("\\s+")) {
            if (!state.equals("playing") && !state.equals("loading")) {
                assertThat(english.getString("state." + state)).as(state).isNotBlank();
            }
        }
        assertThat(keys(Language.preferredIn("en")))
                .contains("state.retrying.absent", "state.retrying.network", "state.retrying.stalled")
                .contains("state.failed.absent", "state.failed.network", "state.failed.unsupported");
    }

    private static Set<String> keys(Language language) {
        return new TreeSet<>(Collections.list(language.allTexts().getKeys()));
    }
}
