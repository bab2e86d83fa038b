package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in speaks the viewer's language from the form to the picture, and so do its letters. */
@Beside
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

    @ParameterizedTest
    @CsvSource({
        "de, Eintritt mit Passwort, Das stimmte nicht",
        "es, Entre con su contraseña, No era correcto",
        "fr, Entrez avec votre mot de passe, Ce n’était pas juste"
    })
    void theSharedPasswordIsAskedForInTheViewersLanguage(String language, String title, String wrong) {
        var event = Offers.published(Offers.bySharedPassword());
        var english = words(Visitor.inPartnersPage(DEVICES.onPhone(), event, "shared-en"));

        var visitor = Visitor.inPartnersPage(DEVICES.onPhoneIn(language), event, "shared-" + language)
                .at("login");
        assertThat(visitor.words("login")).contains(title);
        assertThat(words(visitor)).doesNotContainAnyElementsOf(english);
        visitor.answer("login", "password", "open says me").send("login");
        assertThat(visitor.alert("login")).contains(wrong);

        visitor.answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .at("watch");
    }

    @ParameterizedTest
    @CsvSource({
        "de, Wählen Sie eines, Bitte füllen Sie das aus., Eintritt ohne Ihr Passwort, Ein neues Passwort für",
        "es, Elija una, Rellene este campo., Entre sin su contraseña, Una contraseña nueva para",
        "fr, Choisissez-en un, Veuillez remplir ce champ., Entrez sans votre mot de passe, Un nouveau mot de passe pour"
    })
    void onesOwnPasswordIsChosenAndReplacedInTheViewersLanguage(
            String language, String choose, String missing, String without, String subject) {
        var event = Offers.published(Offers.byPersonalPassword().without("registrationConfig"));
        var english = words(Visitor.inPartnersPage(DEVICES.onPhone(), event, "personal-en"));
        var ada = Mailbox.fresh();

        var visitor = Visitor.inPartnersPage(DEVICES.onPhoneIn(language), event, "personal-" + language)
                .at("register");
        assertThat(visitor.words("register")).contains(choose);
        assertThat(words(visitor)).doesNotContainAnyElementsOf(english);
        visitor.answer("register", "email", ada.address()).send("register");
        assertThat(visitor.wrong("register", "password")).isEqualTo(missing);
        visitor.answer("register", "password", "correct horse battery")
                .send("register")
                .at("verify");
        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");

        var again = Visitor.onItsPage(DEVICES.onPhoneIn(language), event, "forgotten-" + language)
                .turn("register", "login")
                .answer("login", "email", ada.address())
                .turn("login", "code");
        assertThat(again.words("code")).contains(without);
        again.send("code").at("verify");
        assertThat(words(again)).doesNotContainAnyElementsOf(english);
        assertThat(ada.linkOf(subject)).contains("/watch/" + event);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Sie stehen auf der Warteliste, Ein Platz ist für Sie frei, Ein Platz für",
        "es, Está en la lista de espera, Hay una plaza libre para usted, Hay una plaza libre para",
        "fr, Vous êtes sur la liste d’attente, Une place est libre pour vous, Une place s’est libérée pour"
    })
    void whoWaitsForASeatReadsItInTheirLanguage(String language, String waiting, String offered, String subject) {
        var event = Offers.full(true);
        var english = words(Visitor.inPartnersPage(DEVICES.onPhone(), event, "waiting-en"));
        var ada = Mailbox.fresh();
        var visitor = registered(event, ada, "waiting-", language).at("wait");
        assertThat(visitor.words("told")).contains(waiting);
        assertThat(words(visitor)).doesNotContainAnyElementsOf(english);

        var device = Visitor.byLink(DEVICES.onPhoneIn(language), ada.linkOf(waiting), "offered-" + language)
                .at("link");
        assertThat(words(device)).doesNotContainAnyElementsOf(english);
        device.send("link").at("wait");
        Offers.endThoseWithSeats(event);

        device.frame()
                .locator("[data-panel=told]", new Frame.LocatorOptions().setHasText(offered))
                .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        assertThat(ada.linkOf(subject)).contains("/watch/" + event);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Fast geschafft, Ihre Anfrage für, Ihr Platz für",
        "es, Ya casi está, Su solicitud para, Su plaza para",
        "fr, Presque terminé, Votre demande pour, Votre place pour"
    })
    void whoIsApprovedReadsItInTheirLanguage(String language, String waiting, String asked, String approved) {
        var event = Offers.published(Offers.byApproval());
        var english = words(Visitor.inPartnersPage(DEVICES.onPhone(), event, "approval-en"));
        var ada = Mailbox.fresh();
        var visitor = registered(event, ada, "approval-", language).at("wait");
        assertThat(visitor.words("told")).contains(waiting);
        assertThat(words(visitor)).doesNotContainAnyElementsOf(english);
        assertThat(ada.linkOf(asked)).contains("/watch/" + event);

        Offers.approveAll(event);
        visitor.ledTo("watch");
        assertThat(ada.linkOf(approved)).contains("/watch/" + event);
    }

    /** Of one language, for it takes two real heartbeats; what the others say is read by {@code words.test.js}. */
    @Test
    void whoseRightIsOverReadsWhyInTheirLanguage() {
        var language = "fr";
        var event = Offers.published(anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .embeddedBy(Whole.sandbox().url()));
        var english = words(Visitor.inPartnersPage(DEVICES.onPhone(), event, "over-en"));
        var ada = Mailbox.fresh();
        var older = registered(event, ada, "over-", language);
        older.watches();
        var newer = Visitor.byLink(DEVICES.onPhoneIn(language), ada.link(), "over-newer-" + language)
                .at("link")
                .send("link");
        newer.watches();

        assertThat(soonTold(older)).contains("sur un autre écran");
        Offers.revokeAll(event);
        assertThat(soonTold(newer)).contains("Votre accès a pris fin");

        for (var visitor : List.of(older, newer)) {
            assertThat(Axe.findings(visitor.frame())).isEmpty();
            assertThat(words(visitor)).doesNotContainAnyElementsOf(english);
        }
    }

    /** What is told on top of the panel that leads in again, with the next heartbeats. */
    private static String soonTold(Visitor visitor) {
        visitor.frame().locator("main[data-way=code]").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        return visitor.alert("code");
    }

    private static Visitor registered(String event, Mailbox mailbox, String name, String language) {
        return Visitor.inPartnersPage(DEVICES.onPhoneIn(language), event, name + language)
                .at("register")
                .answer("register", "email", mailbox.address())
                .send("register");
    }

    @SuppressWarnings("unchecked") // the script answers texts
    private static List<String> words(Visitor visitor) {
        return (List<String>) visitor.frame().evaluate(WORDS);
    }
}
