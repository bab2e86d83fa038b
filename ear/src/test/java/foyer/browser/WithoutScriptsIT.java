package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way in where no script runs: because it is forbidden, or failed on its way. */
@Beside
class WithoutScriptsIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Page page = DEVICES.onPhoneWhoseScriptsFail();

    @Test
    void aViewerRegistersProvesTheAddressAndIsIn() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script");

        Offers.filledIn(visitor, ada.address()).send("register").at("verify");
        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");
    }

    @Test
    void inAPartnersPageToo() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.inPartnersPage(page, Offers.published(Offers.byMail()), "no-script-frame");

        Offers.filledIn(visitor, ada.address()).send("register").at("verify");
        assertThat(visitor.words("verify")).doesNotContain(Offers.THANKS);
        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");
    }

    @Test
    void whatIsWrongIsToldBesideAnswersThatWereKept() {
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script-wrong");

        Offers.filledIn(visitor, "ada@example").answer("register", "userData.remarks", "\nTwo lines\nof <b>text</b>");
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
    void questionsSayOnWhichAnswerTheyDepend() {
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script-conditions");
        assertThat(visitor.frame().locator("[data-name='userData.other'] .when").innerText())
                .isEqualTo("Only if “You are” is “Other”");

        Offers.filledIn(visitor, Mailbox.fresh().address())
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
        var visitor = Offers.filledIn(Visitor.onItsPage(page, event, "no-script-registered"), ada.address())
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
        Offers.filledIn(Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script-link"), ada.address())
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

    private static Instant tomorrow() {
        return Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }
}
