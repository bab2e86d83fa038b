package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import foyer.whole.Whole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a partner's page on another site to the picture, by each way in, with third-party cookies blocked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInIT {
    private Chromium chromium;
    private BrowserContext desk;
    private BrowserContext phone;

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
        desk = chromium.desktop();
        phone = chromium.phone();
    }

    @AfterEach
    void close() {
        desk.close();
        phone.close();
    }

    @Test
    void whereNothingIsAskedTheScreenReportsAllTheSame() {
        var page = desk.newPage();
        var event = Offers.published(anEvent().embeddedBy(Whole.sandbox().url()));
        var visitor = Visitor.inPartnersPage(page, event, "none");

        var beat = page.waitForResponse(answer -> answer.url().endsWith("/heartbeat"), visitor::watches);

        assertThat(beat.status()).isEqualTo(200);
        assertThat(beat.request().postData()).contains("\"state\":\"playing\"");
        assertThat(visitor.frame().evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void theSharedPasswordOpens() {
        var event = Offers.published(Offers.bySharedPassword());

        Visitor.inPartnersPage(phone.newPage(), event, "shared-password")
                .at("login")
                .answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .watches();
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneStillOpens() {
        var event = Offers.published(Offers.bySharedPassword());
        var visitor = Visitor.onItsPage(desk.newPage(), event, "wrong-password").at("login");

        visitor.answer("login", "password", "open sesame").send("login");
        assertThat(visitor.alert("login")).contains("not right");

        visitor.answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .watches();
    }

    @Test
    void whatIsMissingIsToldBesideTheAnswer() {
        var visitor = Visitor.onItsPage(phone.newPage(), Offers.published(Offers.byMail()), "missing");

        visitor.answer("register", "email", "ada@example").send("register");

        assertThat(visitor.wrong("register", "userData.name")).isEqualTo("Please fill this in.");
        assertThat(visitor.wrong("register", "userData.terms")).isEqualTo("Please tick this to go on.");
        assertThat(visitor.alert("register")).startsWith("Something is still missing");
        assertThat(visitor.frame().evaluate("() => document.activeElement.name"))
                .isEqualTo("userData.name");
    }

    @Test
    void theKeyboardAloneLeadsToThePicture() {
        var event = Offers.published(Offers.bySharedPassword());
        var page = desk.newPage();
        var visitor = Visitor.onItsPage(page, event, "keyboard").at("login");

        page.keyboard().press("Tab");
        page.keyboard().type(Offers.SHARED_PASSWORD);
        page.keyboard().press("Enter");

        visitor.watches();
    }
}
