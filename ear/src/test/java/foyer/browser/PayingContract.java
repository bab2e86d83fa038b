package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import foyer.whole.Mailbox;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Buying a seat, from a partner's page on another site to the picture, whoever takes the money. */
interface PayingContract {
    String NO_WINDOWS = "window.open = () => null;";

    Shop shop();

    @Test
    default void aPopupTakesTheMoneyAndThePictureComesByItself() {
        var page = shop().devices().onDesk();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-popup"));
        assertThat(PayPanel.button(visitor).innerText()).isEqualTo("Pay €12.00");
        assertThat(visitor.frame().locator(".hold").innerText()).startsWith("Kept for");
        PayPanel.countsDown(visitor);

        var provider = shop().openedBy(page, visitor);
        provider.pays(PayDesk.GOOD_CARD);

        visitor.watches();
        provider.isClosedByItself();
    }

    @Test
    default void whoPressesBeforeWhatPaysHasComeNeedNotPressAgain() {
        var page = shop().devices().onDesk();
        var visitor = shop().inPartnersPage(page, shop().offer(), "pay-early");
        var held = HeldBack.of(page, "sessions-*.js");
        PayPanel.provenBy(visitor);

        var provider = shop().openedBy(page, () -> {
            visitor.send("pay");
            held.comes();
        });
        provider.pays(PayDesk.GOOD_CARD);

        visitor.watches();
    }

    @Test
    default void whereNoWindowOpensTheWholePageGoesThereAndComesBack() {
        var page = shop().devices().onPhone();
        page.addInitScript(NO_WINDOWS);
        var event = shop().offer();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, event, "pay-navigation"));

        var held = HeldBack.of(page, "returned.js");

        visitor.send("pay");
        shop().shownIn(page).pays(PayDesk.GOOD_CARD);
        page.waitForURL("**/paid/**", new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("main a").waitFor();
        assertThat(page.locator("main").innerText()).contains("We look whether").doesNotContain("paid");
        held.comes();
        PayPanel.staysAt(page);

        // Only the partner's page knows the viewer again: nothing was kept outside of it.
        shop().inPartnersPage(page, event, "pay-navigated").watches();
    }

    @Test
    default void onTheEventsOwnPageTheSameWindowComesBackToThePicture() {
        var page = shop().devices().onPhone();
        page.addInitScript(NO_WINDOWS);
        var event = shop().offer();
        var visitor = PayPanel.reachedBy(shop().onItsPage(page, event, "pay-own-navigation"));

        visitor.send("pay");
        shop().shownIn(page).pays(PayDesk.GOOD_CARD);
        page.waitForURL("**/watch/" + event);

        visitor.watches();
    }

    @Test
    default void aDeclinedCardIsFollowedByAnother() {
        var page = shop().devices().onDesk();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-declined"));

        var provider = shop().openedBy(page, visitor);
        provider.refuses(PayDesk.DECLINED_CARD, "declined");
        provider.refuses(PayDesk.EMPTY_CARD, "insufficient funds");
        provider.pays(PayDesk.GOOD_CARD);

        visitor.watches();
    }

    @Test
    default void aBankThatAsksFirstIsAnsweredAndWhoFailsMayTryAgain() {
        var page = shop().devices().onDesk();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-challenge"));

        var provider = shop().openedBy(page, visitor);
        provider.pays(PayDesk.CARD_WHOSE_BANK_ASKS).answersTheBank(false).says("unable to authenticate");
        provider.pays(PayDesk.CARD_WHOSE_BANK_ASKS).answersTheBank(true);

        visitor.watches();
    }

    @Test
    default void aDoubleClickOpensOneWindow() {
        var page = shop().devices().onDesk();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-double"));
        var opened = new CopyOnWriteArrayList<Page>();
        page.onPopup(opened::add);

        page.waitForPopup(
                () -> Press.on(visitor.frame(), () -> PayPanel.button(visitor).dblclick()));
        PayPanel.state(visitor, "open");

        assertThat(opened).hasSize(1);
    }

    @Test
    default void theKeyboardAlonePays() {
        var ada = Mailbox.fresh();
        var page = shop().devices().onDesk();
        var visitor =
                shop().inPartnersPage(page, shop().offer(), "pay-keyboard").at("register");
        var keys = new Keyboard(page, visitor.frame());
        keys.to("email").type(ada.address()).press("Enter");
        visitor.at("verify");
        keys.to("code").type(ada.code()).press("Enter");
        visitor.at("pay").mayPay();

        keys.to("voucher").press("Tab").press("Tab");
        var popup = page.waitForPopup(() -> keys.press("Enter"));
        var provider = shop().shownIn(popup);
        provider.paysByKeyboard(PayDesk.GOOD_CARD);

        visitor.at("watch");
    }

    @Test
    default void withoutScriptsAFormLeadsThere() {
        var page = shop().devices().onPhone();
        shop().withoutOurScripts(page);
        var event = shop().offer();
        var visitor = PayPanel.provenBy(shop().inPartnersPage(page, event, "pay-no-script"));
        assertThat(visitor.frame().locator(".hold").innerText()).startsWith("Kept until");

        visitor.answer("pay", "voucher", shop().voucher(50, event));
        visitor.press("button.apply");
        PayPanel.offers(visitor, "Pay €6.00");
        visitor.send("pay");
        shop().shownIn(page).pays(PayDesk.GOOD_CARD);
        page.waitForURL("**/paid/**");

        assertThat(page.locator("main a").getAttribute("href")).endsWith("/watch/" + event);
    }
}
