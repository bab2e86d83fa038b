package foyer.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Mailbox;

/** Where a visitor is told what a seat costs, and goes on to the payment provider. */
final class PayPanel {
    static final double PATIENCE = 45_000;

    private PayPanel() {}

    /** Registers and proves the address, and waits for the sum. */
    static Visitor reachedBy(Visitor visitor) {
        return provenBy(visitor).mayPay();
    }

    /** Registers and proves the address. */
    static Visitor provenBy(Visitor visitor) {
        var mailbox = Mailbox.fresh();
        visitor.at("register")
                .answer("register", "email", mailbox.address())
                .send("register")
                .at("verify");
        return visitor.answer("verify", "code", mailbox.code()).send("verify").at("pay");
    }

    static Locator button(Visitor visitor) {
        return visitor.frame().locator("form[data-panel=pay] button.brand");
    }

    /** Waits until the button says so. */
    static void offers(Visitor visitor, String words) {
        button(visitor).filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    /** What is said once the payment stands so. */
    static String state(Visitor visitor, String state) {
        var form = visitor.frame().locator("form[data-payment=" + state + "]");
        form.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)
                .setTimeout(PATIENCE));
        return form.locator(".state").innerText();
    }
}
