package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final Words ENGLISH = words(Locale.ENGLISH);
    private static final Words GERMAN = words(Locale.GERMAN);

    @Test
    void addressIsAlwaysAskedFor() {
        assertThat(names(register(AnEvent.asking("name")))).containsExactly("email", "userData.name");
        assertThat(names(register(AnEvent.asking("name", "email")))).containsExactly("userData.name", "email");
    }

    @Test
    void whoChoosesAPasswordIsAskedForOne() {
        var event = AnEvent.with("password", Map.of());

        var password = register(event).get(1);

        assertThat(password.name()).isEqualTo("password");
        assertThat(password.autocomplete()).isEqualTo("new-password");
        assertThat(names(of(Panel.LOGIN, event))).containsExactly("email", "password");
    }

    @Test
    void sharedPasswordIsAllThatIsAskedFor() {
        var event = AnEvent.with("password", Map.of("passwordConfig", Map.of("password", "open sesame")));

        assertThat(names(of(Panel.LOGIN, event))).containsExactly("password");
        assertThat(WaysIn.of(event).first()).isEqualTo(Panel.LOGIN);
    }

    @Test
    void whoPaysMayPayLess() {
        var event = AnEvent.sold(1200, "EUR");

        assertThat(names(register(event))).containsExactly("email", "voucher");
        assertThat(register(event).get(1).required()).isFalse();
        assertThat(names(of(Panel.PAY, event))).containsExactly("voucher");
    }

    @Test
    void labelsAreInTheReadersLanguage() {
        var event = AnEvent.asking(
                Map.of("name", "company", "label", "Company", "labels", Map.of("de", "Firma", "de-AT", "Unternehmen")));

        assertThat(label(event, GERMAN)).isEqualTo("Firma");
        assertThat(label(event, words(Locale.forLanguageTag("de-AT")))).isEqualTo("Unternehmen");
        assertThat(label(event, words(Locale.FRENCH))).isEqualTo("Company");
    }

    @Test
    void optionsAreReadInTheReadersLanguageAndAnsweredAsTheyAre() {
        var food = Map.of(
                "name",
                "food",
                "type",
                "select",
                "options",
                List.of("none", "vegan"),
                "optionLabels",
                Map.of("de", List.of("keines", "pflanzlich")));
        var allergies = Map.of("name", "allergies", "showWhen", Map.of("field", "food", "equals", "vegan"));

        var german =
                new Questions(GERMAN, Submission.NONE, Map.of()).of(Panel.REGISTER, AnEvent.asking(food, allergies));
        var english = register(AnEvent.asking(food, allergies));

        assertThat(german.get(1).options())
                .containsExactly(new Option("none", "keines"), new Option("vegan", "pflanzlich"));
        assertThat(english.get(1).options()).containsExactly(new Option("none", "none"), new Option("vegan", "vegan"));
        assertThat(german.get(2).condition())
                .isNotNull()
                .satisfies(when -> assertThat(when.words()).contains("pflanzlich"))
                .satisfies(when -> assertThat(when.answer()).isEqualTo("vegan"));
    }

    @Test
    void plainNamesAreSaidInWordsWhereThereAreSome() {
        assertThat(label(AnEvent.asking("phone"), GERMAN)).isEqualTo("Telefon");
        assertThat(label(AnEvent.asking("shoeSize"), GERMAN)).isEqualTo("shoeSize");
    }

    @Test
    void browsersAreToldWhatTheyCanFillIn() {
        var questions = register(AnEvent.asking("firstName", "phone", "country", "shoeSize"));

        assertThat(questions)
                .extracting(Question::autocomplete)
                .containsExactly("email", "given-name", "tel", "country-name", "off");
    }

    @Test
    void answersAndWhatIsWrongWithThemAreShownAgain() {
        var given = new Submission(Map.of("userData.name", new String[] {"Ada"}, "email", new String[] {"ada"}));

        var questions =
                new Questions(ENGLISH, given, Map.of("email", "No address")).of(Panel.REGISTER, AnEvent.asking("name"));

        assertThat(questions).extracting(Question::answer).containsExactly("ada", "Ada");
        assertThat(questions.get(0).refusal()).contains("No address");
        assertThat(questions.get(1).refusal()).isEmpty();
    }

    @Test
    void passwordIsNeverWrittenIntoAPage() {
        var given = new Submission(Map.of("password", new String[] {"open sesame"}));

        assertThat(new Questions(ENGLISH, given, Map.of()).of(Panel.LOGIN, AnEvent.with("password", Map.of())))
                .extracting(Question::answer)
                .containsOnly("");
    }

    private static String label(Event event, Words words) {
        return new Questions(words, Submission.NONE, Map.of())
                .of(Panel.REGISTER, event)
                .get(1)
                .label();
    }

    private static List<Question> register(Event event) {
        return of(Panel.REGISTER, event);
    }

    private static List<Question> of(Panel panel, Event event) {
        return new Questions(ENGLISH, Submission.NONE, Map.of()).of(panel, event);
    }

    private static List<String> names(List<Question> questions) {
        return questions.stream().map(Question::name).toList();
    }

    private static Words words(Locale locale) {
        var bundle = ResourceBundle.getBundle(
                "foyer.player.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(bundle, locale);
    }
}
