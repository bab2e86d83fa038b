package foyer.browser;

import foyer.whole.Beside;
import foyer.whole.Provider;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * All that can be done with a payment in a browser, where the stand-in takes the money. {@link PayingAtStripeIT} does the same
 * at Stripe. One journey needs a stand-in: money that takes its time comes when it is told to, and at Stripe after minutes, if
 * the account takes such methods at all. What needs more of it, faults and seats that are kept for seconds, is PayingTwiceIT's and
 * TightSaleIT's.
 */
@Beside
class PayingIT implements PayingContract, ResumingPaymentContract, PayPanelContract, PaidForContract {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Shop shop =
            new Shop(Whole.onMicro().url(), Whole.onMicro().as("organizer"), DEVICES, ProviderPage::shownIn);

    @Override
    public Shop shop() {
        return shop;
    }

    @Test
    void moneyThatTakesItsTimeIsWaitedForAndThenThePictureComesByItself() {
        var page = DEVICES.onDesk();
        var visitor = PayPanel.reachedBy(shop.inPartnersPage(page, shop.offer(), "pay-debit"));
        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        var session = provider.session();

        provider.paysByDebit(ProviderPage.SLOW_ACCOUNT);
        visitor.at("wait");
        Provider.settles(session, true);

        visitor.watches();
    }

    @Test
    void whoWaitsForMoneyThatDoesNotComeIsToldWhyThereIsAFormAgain() {
        var page = DEVICES.onPhone();
        var visitor = PayPanel.reachedBy(shop.inPartnersPage(page, shop.offer(), "pay-debit-failed"));
        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        var session = provider.session();
        provider.paysByDebit(ProviderPage.SLOW_ACCOUNT);
        visitor.at("wait");

        Provider.settles(session, false);

        visitor.at("register");
        visitor.frame().getByText("Your bank did not send the money").waitFor();
    }
}
