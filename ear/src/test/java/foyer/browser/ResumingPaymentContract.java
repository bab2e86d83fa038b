package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import foyer.whole.Mailbox;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Leaving the payment provider's page unpaid, by whatever way, and what the way back is, whoever takes the money. */
interface ResumingPaymentContract {
    Shop shop();

    @Test
    default void aPopupThatIsClosedIsOpenedAgainOnTheSameCheckout() {
        var page = shop().devices().onDesk();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-closed"));
        var first = shop().openedBy(page, visitor);
        var session = first.session();

        first.page().close();
        assertThat(PayPanel.state(visitor, "closed")).contains("No payment has arrived yet");
        var second = shop().openedBy(page, visitor);

        assertThat(second.session()).isEqualTo(session);
        second.pays(PayDesk.GOOD_CARD);
        visitor.watches();
    }

    @Test
    default void whoTurnsBackIsToldThatNothingWasCharged() {
        var page = shop().devices().onDesk();
        var visitor = PayPanel.reachedBy(shop().onItsPage(page, shop().offer(), "pay-back"));

        shop().openedBy(page, visitor).turnsBack();

        // The popup speaks to its opener only where both are of one origin, which the settings decide; else it is
        // closed.
        var said = visitor.frame().locator("[data-payment=cancelled] .state, [data-payment=closed] .state");
        said.waitFor(new Locator.WaitForOptions().setTimeout(PayPanel.PATIENCE));
        assertThat(said.innerText()).containsAnyOf("nothing was charged", "No payment has arrived yet");
    }

    @Test
    default void whoReloadsThePageFindsWhatIsToBePaid() {
        var page = shop().devices().onDesk();
        var event = shop().offer();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, event, "pay-before"));
        var first = shop().openedBy(page, visitor);
        var session = first.session();

        var again = shop().inPartnersPage(page, event, "pay-reloaded").at("pay").mayPay();
        var second = shop().openedBy(page, again);

        assertThat(second.session()).isEqualTo(session);
        second.pays(PayDesk.GOOD_CARD);
        again.watches();
    }

    @Test
    default void theLettersLinkLeadsBackToThePayment() {
        var ada = Mailbox.fresh();
        var before = shop().inPartnersPage(shop().devices().onDesk(), shop().offer(), "pay-letter")
                .answer("register", "email", ada.address())
                .send("register")
                .at("verify");
        var proof = ada.linkToken();
        before.answer("verify", "code", ada.code()).send("verify").at("pay");
        ada.linkTokenAfter(proof);

        var page = shop().devices().onPhone();
        var resumed = shop().byLink(page, ada.link(), "pay-resumed")
                .at("link")
                .send("link")
                .at("pay")
                .mayPay();

        shop().openedBy(page, resumed).pays(PayDesk.GOOD_CARD);
        resumed.watches();
    }

    @Test
    default void whenTheHoldIsGoneWhileSomebodyTypesTheyRegisterAgain() {
        var page = shop().devices().onPhone();
        var visitor = PayPanel.reachedBy(shop().onItsPage(page, shop().offer(), "pay-gone"));
        shop().openedBy(page, visitor);
        PayPanel.state(visitor, "open");
        page.route("**/api/events/*/flow", answer("{\"currentStep\": \"register\", \"sessionData\": {}}"));
        page.route("**/api/payments/*", answer("{\"paymentId\": \"p\", \"status\": \"expired\", \"amount\": 1200}"));

        visitor.frame().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(PayPanel.state(visitor, "gone")).contains("register again");
        assertThat(PayPanel.button(visitor).isVisible()).isFalse();
        Watching.keep(page, "pay-gone-360");
        visitor.turn("pay", "register");
    }

    private static Consumer<Route> answer(String json) {
        return route -> route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }
}
