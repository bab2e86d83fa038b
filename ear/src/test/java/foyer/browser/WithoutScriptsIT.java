package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way in where no script runs: because it is forbidden, failed on its way, or comes too late. */
@Beside
class WithoutScriptsIT {
    private static final String GIVE_BACK = "I cannot come: end my registration";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private Page page;

    @BeforeEach
    void withoutScripts() {
        page = DEVICES.onPhone();
        page.route("**/*.js", Route::abort);
    }

    @Test
    void aViewerRegistersProvesTheAddressAndIsIn() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script");

        fillIn(visitor, ada.address()).send("register").at("verify");
        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");
    }

    @Test
    void inAPartnersPageToo() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.inPartnersPage(page, Offers.published(Offers.byMail()), "no-script-frame");

        fillIn(visitor, ada.address()).send("register").at("verify");
        assertThat(visitor.words("verify")).doesNotContain(Offers.THANKS);
        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");
    }

    @Test
    void whatIsWrongIsToldBesideAnswersThatWereKept() {
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script-wrong");

        fillIn(visitor, "ada@example").answer("register", "userData.remarks", "\nTwo lines\nof <b>text</b>");
        page.evaluate("() => { document.querySelector('[data-panel=register]').noValidate = true; }");
        visitor.send("register");

        assertThat(visitor.alert("register")).startsWith("Something is still missing");
        assertThat(visitor.wrong("register", "email")).isNotBlank();
        assertThat(visitor.control("register", "userData.name").inputValue()).isEqualTo("Ada Lovelace");
        assertThat(visitor.control("register", "userData.remarks").inputValue())
                .isEqualTo("\nTwo lines\nof <b>text</b>");
        assertThat(visitor.control("register", "userData.terms").isChecked()).isTrue();
        assertThat(visitor.control("register", "email").getAttribute("aria-invalid"))
                .isEqualTo("true");
    }

    @Test
    void whoGotInBeforeTheScriptCameGoesOnWithIt() {
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.bySharedPassword()), "late-script")
                .at("login");
        page.unroute("**/*.js");

        visitor.answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .watches();
    }

    @Test
    void whatWasWrittenBeforeTheScriptCameIsSentByIt() {
        var ada = Mailbox.fresh();
        var held = new ArrayDeque<Route>();
        page.unroute("**/*.js");
        page.route("**/guarded.js", held::add);
        var visitor = Visitor.onItsPageAtOnce(page, Offers.published(Offers.byMail()), "slow-script");
        fillIn(visitor, ada.address()).answer("register", "userData.country", "Austria");

        page.waitForCondition(() -> !held.isEmpty());
        held.remove().resume();
        visitor.frame().locator("select[name='userData.country']").waitFor();
        assertThat(visitor.control("register", "userData.country").inputValue()).isEqualTo("AT");
        visitor.send("register").at("verify");
    }

    @Test
    void questionsSayOnWhichAnswerTheyDepend() {
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script-conditions");
        assertThat(visitor.frame().locator("[data-name='userData.other'] .when").innerText())
                .isEqualTo("Only if “You are” is “Other”");

        fillIn(visitor, Mailbox.fresh().address())
                .answer("register", "userData.country", "austria")
                .choose("register", "userData.role", "Other")
                .send("register");
        visitor.alert("register");
        assertThat(visitor.wrong("register", "userData.other")).isEqualTo("Please fill this in.");

        visitor.choose("register", "userData.role", "Musician")
                .answer("register", "userData.other", "is not asked, and not read")
                .send("register")
                .at("verify");
    }

    @Test
    void whoComesBackToWaitIsKnown() {
        var event = Offers.published(Offers.byApproval());
        Visitor.onItsPage(page, event, "no-script-wait")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("wait");

        var back = Visitor.onItsPage(page, event, "no-script-wait-again").at("wait");

        assertThat(back.frame().locator("[data-panel=told]").innerText()).contains("Almost there", "Look again");
    }

    @Test
    void aFullEventIsToldInWords() {
        var visitor =
                Visitor.onItsPage(page, Offers.full(false), "no-script-full").at("refused");

        assertThat(visitor.words("told")).contains("Sold out").doesNotContain(Offers.THANKS);
        assertThat(visitor.frame().locator("form[data-panel=register]").count()).isZero();
    }

    @Test
    void whoComesTooLateWhileTheFormIsFilledInIsToldToo() {
        var event = Offers.published(Offers.withOneSeat(false));
        var visitor = Visitor.onItsPage(page, event, "no-script-late")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address());
        Offers.takeTheSeatOf(event);

        visitor.send("register").at("refused");

        assertThat(visitor.words("told")).contains("Sold out").doesNotContain(Offers.THANKS);
    }

    @Test
    void afterItsWindowRegistrationIsClosedInWords() {
        var event = Offers.published(Offers.within("closesAt", "2020-01-01T12:00:00"));

        var visitor = Visitor.onItsPage(page, event, "no-script-closed").at("refused");

        assertThat(visitor.words("told")).contains("Registration is closed").doesNotContain("Look again");
        assertThat(visitor.frame().locator("form[data-panel=register]").count()).isZero();
    }

    @Test
    void beforeItsWindowItIsToldWhenThatOpens() {
        var event = Offers.published(Offers.within("opensAt", "2040-03-01T18:00:00"));

        var visitor = Visitor.onItsPage(page, event, "no-script-early").at("refused");

        assertThat(visitor.words("told"))
                .contains("Registration is not open yet", "March 1, 2040", "6:00", "Look again");
        assertThat(visitor.frame().locator("form[data-panel=register]").count()).isZero();
    }

    @Test
    void whoIsRegisteredComesInAlsoWhereNobodyRegistersAnyMore() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.withOneSeat(false));
        Offers.takeTheSeatOf(event, ada);
        var first = ada.code();

        var visitor = Visitor.onItsPage(page, event, "no-script-known")
                .at("refused")
                .press("[data-panel=told] [data-turn]")
                .at("code")
                .answer("code", "email", ada.address())
                .send("code")
                .at("verify");

        visitor.answer("verify", "code", ada.codeAfter(first)).send("verify").at("watch");
    }

    @Test
    void anAddressThatWasTypedStaysTyped() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byPersonalPassword()), "no-script-typed")
                .turn("register", "login")
                .answer("login", "email", ada.address())
                .turn("login", "code");

        assertThat(visitor.control("code", "email").inputValue()).isEqualTo(ada.address());
        assertThat(visitor.frame().url()).doesNotContain(ada.address());
        visitor.send("code").at("verify").turn("verify", "code");

        assertThat(visitor.control("code", "email").inputValue()).isEqualTo(ada.address());
    }

    @Test
    void whoIsInBeforeTheStartIsToldThatTheyAreRegistered() {
        var ada = Mailbox.fresh();
        var event =
                Offers.published(Offers.byMail().lasting(tomorrow(), tomorrow().plusSeconds(3600)));
        var visitor = fillIn(Visitor.onItsPage(page, event, "no-script-registered"), ada.address())
                .send("register")
                .at("verify")
                .answer("verify", "code", ada.code())
                .send("verify")
                .at("watch");

        assertThat(visitor.frame().locator(".stage").innerText())
                .contains("You are registered", "reminder", "close this page", Offers.THANKS);
        assertThat(Visitor.onItsPage(page, event, "no-script-registered-again")
                        .at("wait")
                        .words("told"))
                .contains("You are registered", "ticket");
    }

    @Test
    void whoForbidsScriptsIsToldThatTheVideoNeedsThem() {
        var offers = List.of(
                anEvent(),
                anEvent().titled("To come").lasting(tomorrow(), tomorrow().plusSeconds(3600)));
        for (var offer : offers) {
            var event = Offers.published(offer.embeddedBy(Whole.sandbox().url()));
            for (var visitor : List.of(
                    Visitor.onItsPage(DEVICES.onPhoneWithoutScripts(), event, "scripts-off"),
                    Visitor.inPartnersPage(DEVICES.onPhoneWithoutScripts(), event, "scripts-off-frame"))) {
                visitor.at("watch");

                assertThat(visitor.frame().locator(".noscript").isVisible()).isTrue();
                assertThat(visitor.frame().locator(".noscript").innerText())
                        .isEqualTo("To play the video, please allow scripts for this page.");
                assertThat(visitor.frame().locator("[data-play]").isVisible()).isFalse();
            }
        }
    }

    @Test
    void whoCannotComeFreesTheirSeatOnceTheyAreSure() {
        var event = Offers.published(withoutProof().with("capacity", Json.createValue(1)));
        var visitor = Visitor.inPartnersPage(page, event, "no-script-leave")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("watch");
        assertThat(visitor.frame()
                        .locator(".ways-out")
                        .evaluate("form => form.getBoundingClientRect().bottom <= innerHeight"))
                .isEqualTo(true);

        leave(visitor, GIVE_BACK);
        visitor.frame().locator(".ways-out p:text('Your registration ends')").waitFor();
        visitor.at("watch");
        assertThat(Axe.findings(visitor.frame())).isEmpty();
        leave(visitor, "Keep it");
        leave(visitor, GIVE_BACK);
        leave(visitor, "End my registration");

        assertThat(visitor.at("refused").words("told")).contains("You are no longer registered");
        assertThat(visitor.frame().locator(".ways-out").count()).isZero();
        // The one seat that there is.
        visitor.press("[data-panel=told] [data-turn]")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("watch");
    }

    @Test
    void whoSignsOutIsNobodyOnThisDevice() {
        var event = Offers.published(Offers.byApproval());
        var visitor = Visitor.onItsPage(page, event, "no-script-sign-out")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("wait");

        leave(visitor, "Sign out on this device");

        assertThat(visitor.at("refused").words("told")).contains("You are signed out", "Come in again");
        Visitor.onItsPage(page, event, "no-script-signed-out").at("register");
    }

    @Test
    void nobodyIsSentAwayByAnotherSiteNorWithoutTheSession() {
        var event = Offers.published(withoutProof());
        Visitor.onItsPage(page, event, "no-script-stays")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("watch");
        var form = page.locator(".ways-out");
        var token = form.locator("[name=token]").inputValue();
        var session = form.locator("[name=session]").inputValue();
        var sender = Whole.onMicro().http().with("Content-Type", "application/x-www-form-urlencoded");
        var ours = sender.with("Sec-Fetch-Site", "same-origin");
        var path = "/watch/" + event;
        var sure = "leave=yes&token=" + token + "&session=";

        sender.with("Sec-Fetch-Site", "cross-site").call("POST", path, sure + session);
        ours.call("POST", path, "leave=yes&token=x" + token + "&session=" + session);
        var unknown = ours.call("POST", path, sure).expect(200).text();

        assertThat(unknown).contains("data-way=\"code\"", "Please come in again");
        assertThat(Whole.onMicro()
                        .as("organizer")
                        .get("/api/events/" + event + "/registrations")
                        .expect(200)
                        .text())
                .contains("\"confirmed\"");
        var gone = ours.call("POST", path, sure + session).expect(200);
        assertThat(gone.text()).contains("data-way=\"refused\"");
        assertThat(gone.header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void aFormFromAnotherSiteIsNotTaken() {
        var id = Offers.published(Offers.bySharedPassword());
        var token = Whole.onMicro()
                .http()
                .get("/watch/" + id)
                .text()
                .replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
        var form = "panel=login&token=" + token + "&password=" + Offers.SHARED_PASSWORD.replace(" ", "+");
        var sender = Whole.onMicro().http().with("Content-Type", "application/x-www-form-urlencoded");

        var foreign = sender.with("Sec-Fetch-Site", "cross-site").call("POST", "/watch/" + id, form);
        var forged = sender.call("POST", "/watch/" + id, form.replace("token=", "token=x"));
        var ours = sender.with("Sec-Fetch-Site", "same-origin").call("POST", "/watch/" + id, form);

        assertThat(foreign.expect(200).text()).contains("data-way=\"login\"").doesNotContain("sessionToken");
        assertThat(forged.expect(200).text()).contains("data-way=\"login\"").doesNotContain("sessionToken");
        assertThat(ours.expect(200).text()).contains("data-way=\"watch\"").contains("sessionToken");
    }

    @Test
    void aLinkIsNotUsedUpByThoseWhoOnlyFollowIt() {
        var ada = Mailbox.fresh();
        fillIn(Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script-link"), ada.address())
                .send("register")
                .at("verify");
        var link = ada.link();
        var path = link.substring(link.indexOf("/watch/"));
        for (var scanner = 0; scanner < 2; scanner++) {
            assertThat(Whole.onMicro().http().get(path).expect(200).header("Referrer-Policy"))
                    .isEqualTo("no-referrer");
        }

        Visitor.byLink(page, link, "no-script-link").at("link").send("link").at("watch");
    }

    private static void leave(Visitor visitor, String way) {
        visitor.press(".ways-out button:text-is('" + way + "')");
    }

    private static EventFixture withoutProof() {
        return Offers.byMail().without("registrationConfig").with("verifyEmail", JsonValue.FALSE);
    }

    private static Instant tomorrow() {
        return Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Visitor fillIn(Visitor visitor, String address) {
        return visitor.answer("register", "userData.name", "Ada Lovelace")
                .answer("register", "email", address)
                .choose("register", "userData.role", "Musician")
                .tick("register", "userData.terms");
    }
}
