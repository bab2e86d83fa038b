package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Mailbox;
import foyer.whole.Whole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in speaks the viewer's language from the form to the picture, and so do its letters. */
class LanguagesIT {
    /** What people read of all panels, those to come as well. */
    private static final String WORDS = """
            () => [...document.querySelectorAll('.entry :is(h2, .lead, .turn, .help, label, button)')]
                .map((element) => element.textContent.trim()).filter(Boolean)""";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @ParameterizedTest
    @CsvSource({
        "de, Zum Zusehen anmelden, Sehen Sie in Ihre E-Mails, ist Ihr Code für",
        "es, Inscríbase para ver, Mire su correo, es su código para",
        "fr, Inscrivez-vous pour regarder, Consultez vos e-mails, est votre code pour"
    })
    void theWayInSpeaksTheViewersLanguage(String language, String title, String next, String subject) {
        var event = Offers.published(
                anEvent().with("authType", "email").embeddedBy(Whole.sandbox().url()));
        var english = words(Visitor.inPartnersPage(DEVICES.onPhone(), event, "language-en"));
        var ada = Mailbox.fresh();

        var visitor = Visitor.inPartnersPage(DEVICES.onPhoneIn(language), event, "language-" + language)
                .at("register");
        assertThat(visitor.words("register")).contains(title);
        assertThat(words(visitor)).doesNotContainAnyElementsOf(english);

        visitor.answer("register", "email", ada.address()).send("register").at("verify");
        assertThat(visitor.words("verify")).contains(next);
        assertThat(words(visitor)).doesNotContainAnyElementsOf(english);
        assertThat(Axe.findings(visitor.frame())).isEmpty();

        visitor.answer("verify", "code", ada.code()).send("verify").watches();
        assertThat(ada.letters())
                .anySatisfy(letter -> assertThat(letter.getString("subject")).contains(subject));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Sie sind angemeldet, Erinnerung, schließen",
        "es, Está inscrito, recordatorio, cerrar",
        "fr, Vous êtes inscrit, rappel, fermer"
    })
    void whoIsRegisteredForWhatIsToComeReadsItInTheirLanguage(
            String language, String registered, String reminder, String close) {
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var event = Offers.published(anEvent()
                .with("authType", "email")
                .lasting(tomorrow, tomorrow.plusSeconds(3600))
                .embeddedBy(Whole.sandbox().url()));
        var ada = Mailbox.fresh();
        var visitor = Visitor.inPartnersPage(DEVICES.onPhoneIn(language), event, "registered-" + language)
                .answer("register", "email", ada.address())
                .send("register")
                .at("verify");

        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");

        visitor.frame()
                .locator(".stage .words:has-text('%s')".formatted(registered))
                .waitFor();
        assertThat(visitor.frame().locator(".stage .words").innerText()).contains(reminder, close);
        assertThat(Axe.findings(visitor.frame())).isEmpty();
    }

    @SuppressWarnings("unchecked") // the script answers texts
    private static List<String> words(Visitor visitor) {
        return (List<String>) visitor.frame().evaluate(WORDS);
    }
}
