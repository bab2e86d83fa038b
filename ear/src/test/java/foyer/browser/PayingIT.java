package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.Mailbox;
import foyer.whole.Provider;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Buying a seat, from a partner's page on another site to the picture, with third-party cookies blocked. */
@Beside
class PayingIT {
    private static final double PATIENCE = 45_000;
    private static final String NO_WINDOWS = "window.open = () => null;";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void aPopupTakesTheMoneyAndThePictureComesByItself() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-popup"));
        assertThat(button(visitor).innerText()).isEqualTo("Pay €12.00");
        assertThat(visitor.frame().locator(".hold").innerText()).startsWith("Kept for");

        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        provider.pays(ProviderPage.GOOD_CARD);

        visitor.watches();
        provider.isClosedByItself();
    }

    @Test
    void whoPressesBeforeWhatPaysHasComeNeedNotPressAgain() {
        var page = DEVICES.onDesk();
        var visitor = Visitor.inPartnersPage(page, offer(), "pay-early");
        var held = heldBack(page, "sessions-*.js");
        proven(visitor);

        var provider = ProviderPage.openedBy(page, () -> {
            visitor.send("pay");
            leadsOn(page, held);
        });
        provider.pays(ProviderPage.GOOD_CARD);

        visitor.watches();
    }

    @Test
    void whereNoWindowOpensTheWholePageGoesThereAndComesBack() {
        var page = DEVICES.onPhone();
        page.addInitScript(NO_WINDOWS);
        var event = offer();
        var visitor = toPay(Visitor.inPartnersPage(page, event, "pay-navigation"));

        var held = heldBack(page, "returned.js");

        visitor.send("pay");
        ProviderPage.shownIn(page).pays(ProviderPage.GOOD_CARD);
        page.waitForURL("**/paid/**", new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("main a").waitFor();
        assertThat(page.locator("main").innerText()).contains("We look whether").doesNotContain("paid");
        leadsOn(page, held);
        page.waitForURL("**/watch/" + event);

        // Only the partner's page knows the viewer again: nothing was kept outside of it.
        Visitor.inPartnersPage(page, event, "pay-navigated").watches();
    }

    @Test
    void aDeclinedCardIsFollowedByAnother() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-declined"));

        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        provider.refuses(ProviderPage.DECLINED_CARD, "declined");
        provider.refuses(ProviderPage.EMPTY_CARD, "insufficient funds");
        provider.pays(ProviderPage.GOOD_CARD);

        visitor.watches();
    }

    @Test
    void aBankThatAsksFirstIsAnsweredAndWhoFailsMayTryAgain() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-challenge"));

        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        provider.pays(ProviderPage.CARD_WHOSE_BANK_ASKS).answersTheBank(false).says("unable to authenticate");
        provider.pays(ProviderPage.CARD_WHOSE_BANK_ASKS).answersTheBank(true);

        visitor.watches();
    }

    @Test
    void moneyThatTakesItsTimeIsWaitedForAndThenThePictureComesByItself() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-debit"));
        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        var session = provider.session();

        provider.paysByDebit(ProviderPage.SLOW_ACCOUNT);
        visitor.at("wait");
        Provider.settles(session, true);

        visitor.watches();
    }

    @Test
    void aPopupThatIsClosedIsOpenedAgainOnTheSameCheckout() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-closed"));
        var first = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        var address = first.page().url();

        first.page().close();
        assertThat(state(visitor, "closed")).contains("No payment has arrived yet");
        var second = ProviderPage.openedBy(page, () -> visitor.send("pay"));

        assertThat(second.page().url()).isEqualTo(address);
        second.pays(ProviderPage.GOOD_CARD);
        visitor.watches();
    }

    @Test
    void whoTurnsBackIsToldThatNothingWasCharged() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.onItsPage(page, offer(), "pay-back"));

        ProviderPage.openedBy(page, () -> visitor.send("pay")).turnsBack();

        // The popup speaks to its opener only where both are of one origin, which the settings decide; else it is
        // closed.
        var said = visitor.frame().locator("[data-payment=cancelled] .state, [data-payment=closed] .state");
        said.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(said.innerText()).containsAnyOf("nothing was charged", "No payment has arrived yet");
    }

    @Test
    void aDoubleClickOpensOneWindow() {
        var page = DEVICES.onDesk();
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-double"));
        var opened = new CopyOnWriteArrayList<Page>();
        page.onPopup(opened::add);

        page.waitForPopup(() -> Press.on(visitor.frame(), () -> button(visitor).dblclick()));
        state(visitor, "open");

        assertThat(opened).hasSize(1);
    }

    @Test
    void whoReloadsThePageFindsWhatIsToBePaid() {
        var page = DEVICES.onDesk();
        var event = offer();
        var visitor = toPay(Visitor.inPartnersPage(page, event, "pay-before"));
        var first = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        var address = first.page().url();

        var again =
                Visitor.inPartnersPage(page, event, "pay-reloaded").at("pay").mayPay();
        var second = ProviderPage.openedBy(page, () -> again.send("pay"));

        assertThat(second.page().url()).isEqualTo(address);
        second.pays(ProviderPage.GOOD_CARD);
        again.watches();
    }

    @Test
    void theLettersLinkLeadsBackToThePayment() {
        var ada = Mailbox.fresh();
        var before = Visitor.inPartnersPage(DEVICES.onDesk(), offer(), "pay-letter")
                .answer("register", "email", ada.address())
                .send("register")
                .at("verify");
        var proof = ada.linkToken();
        before.answer("verify", "code", ada.code()).send("verify").at("pay");
        ada.linkTokenAfter(proof);

        var page = DEVICES.onPhone();
        var resumed = Visitor.byLink(page, ada.link(), "pay-resumed")
                .at("link")
                .send("link")
                .at("pay")
                .mayPay();

        ProviderPage.openedBy(page, () -> resumed.send("pay")).pays(ProviderPage.GOOD_CARD);
        resumed.watches();
    }

    @Test
    void whenTheHoldIsGoneWhileSomebodyTypesTheyRegisterAgain() {
        var page = DEVICES.onPhone();
        var visitor = toPay(Visitor.onItsPage(page, offer(), "pay-gone"));
        ProviderPage.openedBy(page, () -> visitor.send("pay"));
        state(visitor, "open");
        page.route("**/api/events/*/flow", answer("{\"currentStep\": \"register\", \"sessionData\": {}}"));
        page.route("**/api/payments/*", answer("{\"paymentId\": \"p\", \"status\": \"expired\", \"amount\": 1200}"));

        visitor.frame().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(state(visitor, "gone")).contains("register again");
        assertThat(button(visitor).isVisible()).isFalse();
        Watching.keep(page, "pay-gone-360");
        visitor.turn("pay", "register");
    }

    @Test
    void aVoucherToZeroTakesTheSeatAtOnce() {
        var page = DEVICES.onDesk();
        var event = offer();
        var visitor = toPay(Visitor.inPartnersPage(page, event, "pay-voucher"));

        visitor.answer("pay", "voucher", "nonsense");
        visitor.press("button.apply");
        visitor.frame().locator("form[data-panel=pay] .wrong:not(:empty)").waitFor();
        assertThat(visitor.wrong("pay", "voucher")).contains("does not count here");

        visitor.answer("pay", "voucher", voucher(100, event));
        visitor.press("button.apply");
        button(visitor)
                .filter(new Locator.FilterOptions().setHasText("Take the seat"))
                .waitFor();
        Watching.keep(page, "pay-free-1440");
        visitor.send("pay").watches();
    }

    @Test
    void aVoucherGivenWhenRegisteringIsCounted() {
        var event = offer();
        var visitor = Visitor.inPartnersPage(DEVICES.onPhone(), event, "pay-registered-voucher")
                .answer("register", "voucher", voucher(25, event));

        toPay(visitor);

        button(visitor)
                .filter(new Locator.FilterOptions().setHasText("Pay €9.00"))
                .waitFor();
        assertThat(visitor.frame().locator(".sum").innerText()).contains("€12.00", "€9.00");
    }

    @Test
    void theKeyboardAlonePays() {
        var ada = Mailbox.fresh();
        var page = DEVICES.onDesk();
        var visitor = Visitor.inPartnersPage(page, offer(), "pay-keyboard").at("register");
        var keys = new Keyboard(page, visitor.frame());
        keys.to("email").type(ada.address()).press("Enter");
        visitor.at("verify");
        keys.to("code").type(ada.code()).press("Enter");
        visitor.at("pay").mayPay();

        keys.to("voucher").press("Tab").press("Tab");
        var popup = page.waitForPopup(() -> keys.press("Enter"));
        var provider = ProviderPage.shownIn(popup);
        var typing = new Keyboard(provider.page(), provider.page().mainFrame());
        typing.to("number").type(ProviderPage.GOOD_CARD);
        typing.to("expiry").type("12 / 39");
        typing.to("cvc").type("123").press("Enter");

        visitor.at("watch");
    }

    @Test
    void theButtonSaysTheSumAsItsReadersWriteIt() {
        for (var price : List.of("JPY 500 ¥500", "KWD 1230 KWD 1.230", "USD 1250 $12.50")) {
            var parts = price.split(" ", 3);
            var terms = Json.createObjectBuilder()
                    .add("price", Integer.parseInt(parts[1]))
                    .add("currency", parts[0]);
            var event = Offers.published(Offers.byPayment().with("paymentConfig", terms.build()));
            var page = DEVICES.desk().newPage();

            var visitor = toPay(Visitor.onItsPage(page, event, "pay-" + parts[0]));

            assertThat(button(visitor).innerText().replace('\u00a0', ' ')).isEqualTo("Pay " + parts[2]);
            page.close();
        }
    }

    @Test
    void payingIsForEverybodyAndFitsAPhone() {
        for (var context : DEVICES.both()) {
            var page = context.newPage();
            var visitor = toPay(Visitor.onItsPage(page, offer(), "pay-axe"));

            assertThat(Axe.findings(visitor.frame())).isEmpty();
            assertThat(visitor.frame().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            ProviderPage.openedBy(page, () -> visitor.send("pay")).page().close();
            state(visitor, "closed");
            assertThat(Axe.findings(visitor.frame())).isEmpty();
            page.close();
        }
    }

    @Test
    void thePageToWhichOneComesBackIsForEverybody() {
        var event = offer();
        for (var query : List.of("?payment=nothing-of-ours", "?payment=nothing-of-ours&cancelled")) {
            for (var context : DEVICES.both()) {
                var page = context.newPage();
                var held = heldBack(page, "returned.js");
                page.navigate(
                        Whole.onMicro().url() + "/paid/" + event + query,
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                page.locator("main a").waitFor();
                Watching.keep(page, "paid-" + query.length() + "-" + page.viewportSize().width);

                assertThat(Axe.findings(page.mainFrame())).isEmpty();
                leadsOn(page, held);
                page.waitForURL("**/watch/" + event);
                page.close();
            }
        }
        Whole.onMicro().http().get("/paid/no-such-event").expect(404);
    }

    @Test
    void noRequestNoFieldAndNoLogOfOursTakesACard() throws IOException {
        var page = DEVICES.onDesk();
        var ours = URI.create(Whole.onMicro().url()).getPort();
        var sent = new CopyOnWriteArrayList<String>();
        var sentElsewhere = new CopyOnWriteArrayList<String>();
        DEVICES.desk().onRequest(request -> {
            var port = URI.create(request.url()).getPort();
            (port == ours ? sent : sentElsewhere)
                    .add(request.url() + " " + request.headers() + " " + digits(request.postData()));
        });
        var visitor = toPay(Visitor.inPartnersPage(page, offer(), "pay-card"));
        assertThat(visitor.frame()
                        .locator("[autocomplete^=cc-], [name=number], [name=cvc]")
                        .count())
                .isZero();

        var desk = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        desk.refuses(ProviderPage.DECLINED_CARD, "declined").pays(ProviderPage.GOOD_CARD);
        visitor.watches();

        assertThat(sentElsewhere)
                .as("the provider is sent both cards, and this hears it")
                .anyMatch(request -> request.contains(digits(ProviderPage.DECLINED_CARD)))
                .anyMatch(request -> request.contains(digits(ProviderPage.GOOD_CARD)));
        assertThat(sent).isNotEmpty().noneMatch(PayingIT::namesACard);
        assertThat(Files.readString(Build.logs().resolve("foyer-micro-" + ours + ".log")))
                .as("the log")
                .isNotEmpty()
                .satisfies(log -> assertThat(namesACard(log)).isFalse());
    }

    private static boolean namesACard(String text) {
        return Stream.of(ProviderPage.DECLINED_CARD, ProviderPage.GOOD_CARD)
                .anyMatch(card -> text.contains(card) || text.contains(digits(card)));
    }

    /** Without what people and forms put between the digits. */
    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[ +]|%20", "");
    }

    @Test
    void withoutScriptsAFormLeadsThere() {
        var page = DEVICES.onPhone();
        withoutOurScripts(page);
        var event = offer();
        var visitor = proven(Visitor.inPartnersPage(page, event, "pay-no-script"));
        assertThat(visitor.frame().locator(".hold").innerText()).startsWith("Kept until");

        visitor.answer("pay", "voucher", voucher(50, event));
        visitor.press("button.apply");
        button(visitor)
                .filter(new Locator.FilterOptions().setHasText("Pay €6.00"))
                .waitFor();
        visitor.send("pay");
        ProviderPage.shownIn(page).pays(ProviderPage.GOOD_CARD);
        page.waitForURL("**/paid/**");

        assertThat(page.locator("main a").getAttribute("href")).endsWith("/watch/" + event);
    }

    @Test
    void withoutScriptsAFreeSeatGoesStraightOn() {
        var page = DEVICES.onPhone();
        page.route("**/*.js", Route::abort);
        var event = offer();
        var visitor = proven(Visitor.onItsPage(page, event, "pay-no-script-free"));

        visitor.answer("pay", "voucher", voucher(100, event)).send("pay").at("watch");
    }

    /** A script of ours that comes when it is let go, so that the page stays as it is until then. */
    private static Queue<Route> heldBack(Page page, String script) {
        var held = new ConcurrentLinkedQueue<Route>();
        page.route("**/" + script, held::add);
        return held;
    }

    private static void leadsOn(Page page, Queue<Route> held) {
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
    }

    /** The provider's page has its own. */
    private static void withoutOurScripts(Page page) {
        var port = URI.create(Whole.onMicro().url()).getPort();
        page.route(url -> url.endsWith(".js") && URI.create(url).getPort() == port, Route::abort);
    }

    private static String offer() {
        return Offers.published(Offers.byPayment());
    }

    /** Registers and proves the address, and waits for the sum. */
    static Visitor toPay(Visitor visitor) {
        return proven(visitor).mayPay();
    }

    /** Registers and proves the address. */
    private static Visitor proven(Visitor visitor) {
        var mailbox = Mailbox.fresh();
        visitor.at("register")
                .answer("register", "email", mailbox.address())
                .send("register")
                .at("verify");
        return visitor.answer("verify", "code", mailbox.code()).send("verify").at("pay");
    }

    private static Locator button(Visitor visitor) {
        return visitor.frame().locator("form[data-panel=pay] button.brand");
    }

    /** What is said once the payment stands so. */
    private static String state(Visitor visitor, String state) {
        var form = visitor.frame().locator("form[data-payment=" + state + "]");
        form.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)
                .setTimeout(PATIENCE));
        return form.locator(".state").innerText();
    }

    /** A fresh code for this event. */
    static String voucher(int percent, String event) {
        var terms = Json.createObjectBuilder().add("percent", percent).add("eventId", event);
        return Whole.onMicro()
                .as("organizer")
                .post("/api/vouchers", terms.build())
                .expect(201)
                .json()
                .getString("code");
    }

    private static Consumer<Route> answer(String json) {
        return route -> route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }
}
