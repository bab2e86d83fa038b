package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Mailbox;
import java.util.regex.Pattern;

/** Where a visitor is told what a seat costs, and goes on to the payment provider. */
final class PayPanel {
    static final double PATIENCE = 45_000;
    private static final Pattern TIME = Pattern.compile("(\\d+):(\\d\\d)");

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

    /** The time that the seat is kept is less from second to second. */
    static void countsDown(Visitor visitor) {
        var first = left(visitor);
        visitor.frame().waitForTimeout(2_000);
        assertThat(first - left(visitor)).as("seconds gone within two").isBetween(1, 10);
    }

    /** How many seconds the seat is kept. */
    private static int left(Visitor visitor) {
        var words = visitor.frame().locator("form[data-panel=pay] .hold").innerText();
        var time = TIME.matcher(words);
        assertThat(time.find()).as(words).isTrue();
        return Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    }

    /** Waits until the button says so. */
    static void offers(Visitor visitor, String words) {
        button(visitor).filter(new Locator.FilterOptions().setHasText(words)).waitFor();
    }

    /** Whoever comes back, and is known here by nothing, is told of the mail, and led to no form to register anew. */
    static void staysAt(Page page) {
        page.locator("main p")
                .filter(new Locator.FilterOptions().setHasText("mail"))
                .waitFor();
        assertThat(page.url()).contains("/paid/");
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
