package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a partner's page on another site to the picture, by each way in, with third-party cookies blocked. */
@Beside
class WaysInIT {
    /** As long as somebody waits for the picture, and for one more heartbeat. */
    private static final double A_BEAT_AFTER_IT_PLAYS = 90_000;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whereNothingIsAskedTheScreenReportsAllTheSame() {
        var page = DEVICES.onDesk();
        var event = Offers.published(anEvent().embeddedBy(Whole.sandbox().url()));
        var visitor = Visitor.inPartnersPage(page, event, "none");

        var beat = page.waitForResponse(
                answer -> answer.url().endsWith("/heartbeat")
                        && String.valueOf(answer.request().postData()).contains("\"state\":\"playing\""),
                new Page.WaitForResponseOptions().setTimeout(A_BEAT_AFTER_IT_PLAYS),
                visitor::watches);

        assertThat(beat.status()).isEqualTo(200);
        // Where a frame of another site is denied its storage, asking for it fails, and nothing can be kept either.
        assertThat(visitor.frame().evaluate("() => { try { return localStorage.length } catch { return 0 } }"))
                .isEqualTo(0);
        assertThat(visitor.frame().evaluate("() => document.cookie")).isEqualTo("");
    }

    @Test
    void aCodeOpens() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.inPartnersPage(DEVICES.onDesk(), Offers.published(Offers.byMail()), "code");

        register(visitor, ada).at("verify");
        assertThat(visitor.words("verify")).contains(ada.address()).doesNotContain(Offers.THANKS);
        visitor.answer("verify", "code", ada.code()).send("verify");

        visitor.watches();
    }

    @Test
    void whereTheProofIsWaivedTheFormLeadsToThePicture() {
        var event = Offers.published(Offers.byMail().with("verifyEmail", JsonValue.FALSE));

        register(Visitor.inPartnersPage(DEVICES.onPhone(), event, "waived"), Mailbox.fresh())
                .watches();
    }

    @Test
    void theLinkOpensOnASecondDevice() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byMail());
        register(Visitor.inPartnersPage(DEVICES.onDesk(), event, "link"), ada).at("verify");

        Visitor.byLink(DEVICES.onPhone(), ada.link(), "link-second-device")
                .at("link")
                .send("link")
                .watches();
    }

    @Test
    void whoWasInIsAskedNothingOnTheNextVisit() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byMail());
        var first = DEVICES.onDesk();
        register(Visitor.inPartnersPage(first, event, "return"), ada)
                .at("verify")
                .answer("verify", "code", ada.code())
                .send("verify")
                .watches();
        first.close();

        Visitor.inPartnersPage(DEVICES.onDesk(), event, "returned").watches();
    }

    @Test
    void whoIsRegisteredComesInByAnotherCode() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byMail());
        register(Visitor.inPartnersPage(DEVICES.onDesk(), event, "first"), ada)
                .at("verify")
                .answer("verify", "code", ada.code())
                .send("verify")
                .watches();

        var second = Visitor.onItsPage(DEVICES.onPhone(), event, "again").turn("register", "code");
        var before = ada.code();
        second.answer("code", "email", ada.address()).send("code").at("verify");
        assertThat(second.words("verify")).doesNotContain(Offers.THANKS);
        second.answer("verify", "code", ada.codeAfter(before)).send("verify").watches();
    }

    @Test
    void whoRegistersAgainIsToldWhatTheLetterHasAndTypesTheAddressOnce() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byMail());
        register(Visitor.inPartnersPage(DEVICES.onDesk(), event, "registered-once"), ada)
                .at("verify")
                .answer("verify", "code", ada.code())
                .send("verify")
                .watches();

        var second = register(Visitor.inPartnersPage(DEVICES.onPhone(), event, "registered-twice"), ada)
                .at("verify");
        assertThat(second.words("verify")).contains(ada.address(), "a code to enter here, or a link to open");
        second.turn("verify", "code");
        assertThat(second.control("code", "email").inputValue()).isEqualTo(ada.address());
        var before = ada.code();
        second.send("code").at("verify");
        second.answer("verify", "code", ada.codeAfter(before)).send("verify").watches();
    }

    @Test
    void whoCameInByTheLinkElsewhereIsToldThatTheCodeIsUsed() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byMail());
        var desk = register(Visitor.onItsPage(DEVICES.onDesk(), event, "code-used"), ada)
                .at("verify");
        var code = ada.code();
        Visitor.byLink(DEVICES.onPhone(), ada.link(), "code-used-elsewhere")
                .at("link")
                .send("link")
                .at("watch");

        desk.answer("verify", "code", code).send("verify");

        assertThat(desk.alert("verify")).contains("used already");
    }

    @Test
    void aButtonSaysThatItIsAtWork() {
        var held = new ArrayDeque<Route>();
        var page = DEVICES.onPhone();
        page.route("**/api/registrations", held::add);
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "at-work");
        register(visitor, Mailbox.fresh());
        var button = visitor.frame().locator("form[data-panel=register] button.brand");

        visitor.frame()
                .locator("form[data-panel=register][aria-busy=true] button.brand:has-text('One moment…')")
                .waitFor();
        page.waitForCondition(() -> !held.isEmpty());
        // It looks as if it could not be pressed; an impatient visitor does so all the same.
        Press.on(visitor.frame(), () -> button.click(new Locator.ClickOptions().setForce(true)));
        assertThat(held).hasSize(1);
        held.remove().resume();

        visitor.at("verify");
        assertThat(button.textContent()).isEqualTo("Count me in");
    }

    @Test
    void theSharedPasswordOpens() {
        var event = Offers.published(Offers.bySharedPassword());

        Visitor.inPartnersPage(DEVICES.onPhone(), event, "shared-password")
                .at("login")
                .answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .watches();
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneStillOpens() {
        var event = Offers.published(Offers.bySharedPassword());
        var visitor =
                Visitor.onItsPage(DEVICES.onDesk(), event, "wrong-password").at("login");

        visitor.answer("login", "password", "open sesame").send("login");
        assertThat(visitor.alert("login")).contains("not right");

        visitor.answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .watches();
    }

    @Test
    void aPersonalPasswordOpens() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byPersonalPassword());
        var visitor = Visitor.inPartnersPage(DEVICES.onDesk(), event, "personal-password")
                .answer("register", "password", "correct horse battery");
        register(visitor, ada).at("verify").answer("verify", "code", ada.code()).send("verify");
        visitor.watches();

        Visitor.onItsPage(DEVICES.onPhone(), event, "personal-password-again")
                .turn("register", "login")
                .answer("login", "email", ada.address())
                .answer("login", "password", "correct horse battery")
                .send("login")
                .watches();
    }

    @Test
    void whoIsInEarlyWaitsForTheStart() {
        var ada = Mailbox.fresh();
        // A browser's start is none of the time until the event's.
        var phone = DEVICES.onPhone();
        var event = Offers.published(startingIn(Offers.byMail(), 50));
        var visitor = Visitor.inPartnersPage(phone, event, "early");

        register(visitor, ada).at("verify").answer("verify", "code", ada.code()).send("verify");

        visitor.at("watch");
        assertThat(visitor.frame().locator(".countdown").isVisible()).isTrue();
        assertThat(visitor.frame().locator(".stage").innerText())
                .contains("You are registered", "ticket", "by itself", Offers.THANKS);
        // The time until the start is none of that which the picture may take from then on.
        new Watching(visitor.frame()).afterTheCountdown().untilItPlays();
    }

    @Test
    void whoIsRegisteredForWhatIsToComeIsToldSoOnEveryVisit() {
        var ada = Mailbox.fresh();
        var event = Offers.published(startingIn(Offers.byMail(), 86_400));
        var visitor = register(Visitor.onItsPage(DEVICES.onPhone(), event, "to-come"), ada)
                .at("verify")
                .answer("verify", "code", ada.code())
                .send("verify")
                .at("watch");
        var registered = visitor.frame().locator(".stage .words:has-text('You are registered')");

        assertThat(registered.innerText()).contains("ticket", "reminder", "close this page");
        assertThat(visitor.frame().evaluate("() => document.activeElement.id")).isEqualTo("stage");
        visitor.reload().at("watch");
        registered.waitFor();
        assertThat(Axe.findings(visitor.frame())).isEmpty();

        visitor.frame().evaluate("() => localStorage.clear()");
        assertThat(visitor.reload().at("wait").words("told")).contains("You are registered", "ticket", Offers.THANKS);
        assertThat(visitor.frame().locator(".countdown").isVisible()).isTrue();
    }

    @Test
    void whatIsMissingIsToldBesideTheAnswer() {
        var visitor = Visitor.onItsPage(DEVICES.onPhone(), Offers.published(Offers.byMail()), "missing");

        visitor.answer("register", "email", "ada@example").send("register");

        assertThat(visitor.alert("register")).startsWith("Something is still missing");
        assertThat(visitor.wrong("register", "userData.name")).isEqualTo("Please fill this in.");
        assertThat(visitor.wrong("register", "userData.terms")).isEqualTo("Please tick this to go on.");
        assertThat(visitor.frame().evaluate("() => document.activeElement.name"))
                .isEqualTo("userData.name");
    }

    @Test
    void theKeyboardAloneLeadsToThePicture() {
        var event = Offers.published(Offers.bySharedPassword());
        var page = DEVICES.onDesk();
        var visitor = Visitor.onItsPage(page, event, "keyboard").at("login");

        page.keyboard().press("Tab");
        page.keyboard().type(Offers.SHARED_PASSWORD);
        page.keyboard().press("Enter");

        visitor.watches();
    }

    @Test
    void theKeyboardAloneLeadsThroughTheForm() {
        var ada = Mailbox.fresh();
        var page = DEVICES.onDesk();
        var visitor = Visitor.inPartnersPage(page, Offers.published(Offers.byMail()), "keyboard-form")
                .at("register");
        var keys = new Keyboard(page, visitor.frame());

        keys.to("userData.name").type("Ada Lovelace");
        keys.to("email").type(ada.address());
        keys.to("userData.role").type("Musician");
        keys.to("userData.terms").press("Space").press("Enter");
        visitor.at("verify");
        keys.to("code").type(ada.code()).press("Enter");

        visitor.at("watch");
        // The button that was pressed is gone, and whoever hears the page is told where they are.
        assertThat(visitor.frame().evaluate("() => document.activeElement.id")).isEqualTo("stage");
        new Watching(visitor.frame()).untilItPlays();
    }

    private static Visitor register(Visitor visitor, Mailbox mailbox) {
        return visitor.at("register")
                .answer("register", "userData.name", "Ada Lovelace")
                .answer("register", "email", mailbox.address())
                .choose("register", "userData.role", "Musician")
                .choose("register", "userData.country", "AT")
                .tick("register", "userData.terms")
                .send("register");
    }

    private static EventFixture startingIn(EventFixture event, long seconds) {
        var start = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
        return event.lasting(start, start.plusSeconds(3600));
    }
}
