package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The way in where no script runs: because it is forbidden, failed on its way, or comes too late. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutScriptsIT {
    private Chromium chromium;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        context = chromium.phone();
        page = context.newPage();
        page.route("**/*.js", Route::abort);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aViewerRegistersProvesTheAddressAndIsIn() {
        var ada = Mailbox.fresh();
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "no-script");

        fillIn(visitor, ada.address()).send("register").at("verify");
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

    private static Visitor fillIn(Visitor visitor, String address) {
        return visitor.answer("register", "userData.name", "Ada Lovelace")
                .answer("register", "email", address)
                .choose("register", "userData.role", "Musician")
                .tick("register", "userData.terms");
    }
}
