package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That axe-core finds nothing to mend on any step, on a desk, there at 200 % too, and on a phone, in either colour scheme. */
@Beside
class AccessiblePageIT {
    /** A page at 200 % has half of the desk's pixels to each side (WCAG 2.2, 1.4.4). */
    private static final ViewportSize AT_200_PERCENT = new ViewportSize(720, 450);

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void everyStepIsForEverybody() {
        for (var context : DEVICES.both()) {
            for (var offer : List.of(anEvent(), upcoming(), Offers.byMail(), Offers.bySharedPassword())) {
                assertNothingFound(context, Offers.published(offer));
            }
            var personal = Offers.published(Offers.byPersonalPassword());
            for (var way : List.of("", "?way=login", "?way=code", "?k=p.registration.secret")) {
                assertNothingFound(context, personal + way);
            }
        }
    }

    /** There it is dressed by another style sheet. */
    @Test
    void everyFormIsForEverybodyInAPartnersFrameToo() {
        for (var context : DEVICES.both()) {
            assertNothingFound(framed(context, Offers.published(Offers.bySharedPassword())), "login");
            var personal = Offers.published(Offers.byPersonalPassword());
            assertNothingFound(framed(context, personal + "?k=p.registration.secret"), "link");
            var visitor = framed(context, personal);
            assertNothingFound(visitor, "register");
            visitor.send("register").alert("register");
            assertNothingFound(visitor, "register");
            visitor.turn("register", "login");
            assertNothingFound(visitor, "login");
            visitor.turn("login", "code");
            assertNothingFound(visitor, "code");
        }
    }

    @Test
    void whatIsToldInsteadOfAFormIsForEverybodyInAPartnersFrameToo() {
        var phone = DEVICES.phone();
        for (var waitedFor : List.of(Offers.full(true), Offers.published(Offers.byApproval()))) {
            var visitor = framed(phone, waitedFor).at("register");
            visitor.answer("register", "email", Mailbox.fresh().address()).send("register");
            assertNothingFound(visitor, "wait");
        }
        assertNothingFound(framed(phone, Offers.full(false)), "refused");
        assertNothingFound(framed(phone, Offers.published(Offers.within("opensAt", "2040-03-01T18:00:00"))), "refused");
    }

    @Test
    void whatIsWrongIsForEverybodyToo() {
        var visitor = Visitor.onItsPage(DEVICES.onPhone(), Offers.published(Offers.byMail()), "axe");

        visitor.send("register").alert("register");

        assertThat(Axe.findings(visitor.frame())).isEmpty();
    }

    @Test
    void whatIsToldInsteadOfAFormIsForEverybody() {
        for (var full : List.of(Offers.full(true), Offers.full(false))) {
            var visitor = Visitor.onItsPage(DEVICES.onPhone(), full, "axe-told");
            if (visitor.frame().locator("form[data-panel=register]").count() > 0) {
                visitor.answer("register", "email", Mailbox.fresh().address()).send("register");
            }
            visitor.frame().locator("[data-panel=told]").waitFor();

            assertThat(Axe.findings(visitor.frame())).isEmpty();
        }
    }

    @Test
    void whatOpensLaterIsForEverybody() {
        var event = Offers.published(Offers.within("opensAt", "2040-03-01T18:00:00"));
        var visitor =
                Visitor.onItsPage(DEVICES.onPhone(), event, "axe-not-open").at("refused");

        assertThat(Axe.findings(visitor.frame())).isEmpty();
    }

    @Test
    void theCodeIsAskedOfEverybody() {
        var event = Offers.published(Offers.byPayment());
        var visitor = Visitor.onItsPage(DEVICES.onPhone(), event, "axe-verify");
        visitor.answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("verify");

        assertThat(Axe.findings(visitor.frame())).isEmpty();
    }

    @Test
    void theOrganizersConsentIsAwaitedByEverybody() {
        var visitor = Visitor.onItsPage(DEVICES.onPhone(), Offers.published(Offers.byApproval()), "axe-approval");
        visitor.answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("wait");

        assertThat(Axe.findings(visitor.frame())).isEmpty();
    }

    @Test
    void thePlayerIsForEverybody() {
        var page = DEVICES.onDesk();
        var visitor = Visitor.onItsPage(page, Offers.published(anEvent()), "axe-player");
        visitor.watches();

        assertThat(Axe.findings(visitor.frame())).isEmpty();
    }

    private static void assertNothingFound(BrowserContext context, String address) {
        var page = context.newPage();
        var visitor = Visitor.onItsPage(page, address, "axe");
        assertThat(Axe.findings(visitor.frame())).as(address).isEmpty();
        visitor.assertFits();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        if (page.viewportSize().width > AT_200_PERCENT.width) {
            page.setViewportSize(AT_200_PERCENT.width, AT_200_PERCENT.height);
        }
        assertThat(Axe.findings(visitor.frame())).as("dark: %s", address).isEmpty();
        visitor.assertFits();
        page.close();
    }

    private static Visitor framed(BrowserContext context, String address) {
        return Visitor.inPartnersPage(context.newPage(), address, "axe-framed");
    }

    /** On this panel, in either colour scheme. */
    private static void assertNothingFound(Visitor visitor, String panel) {
        var page = visitor.at(panel).frame().page();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.findings(visitor.frame()))
                    .as("%s, %s, %d wide", panel, scheme, page.viewportSize().width)
                    .isEmpty();
        }
    }

    private static EventFixture upcoming() {
        var tomorrow = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 86_400);
        return anEvent().lasting(tomorrow, tomorrow.plusSeconds(3600));
    }
}
