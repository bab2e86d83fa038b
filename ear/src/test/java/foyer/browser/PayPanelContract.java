package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import foyer.whole.Http;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What our own pages say before and after the payment provider's, and seats that need none, whoever takes the money. */
interface PayPanelContract {
    Shop shop();

    @Test
    default void aVoucherToZeroTakesTheSeatAtOnce() {
        var page = shop().devices().onDesk();
        var event = shop().offer();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, event, "pay-voucher"));

        visitor.answer("pay", "voucher", "nonsense");
        visitor.press("button.apply");
        visitor.frame().locator("form[data-panel=pay] .wrong:not(:empty)").waitFor();
        assertThat(visitor.wrong("pay", "voucher")).contains("does not count here");

        visitor.answer("pay", "voucher", shop().voucher(100, event));
        visitor.press("button.apply");
        PayPanel.offers(visitor, "Take the seat");
        Watching.keep(page, "pay-free-1440");
        visitor.send("pay").watches();
    }

    @Test
    default void whatIsWrongWithAVoucherIsReadAboveTheButtonOfALowFrame() {
        var page = shop().devices().onPhone();
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-wrong"));
        assertThat((Integer) visitor.frame().evaluate("() => innerHeight")).isLessThan(24 * 16);

        visitor.answer("pay", "voucher", "nonsense");
        visitor.press("button.apply");
        assertThat(visitor.wrong("pay", "voucher")).contains("does not count here");
        Watching.keep(page, "pay-wrong-360");

        var below = visitor.frame()
                .locator("form[data-panel=pay]")
                .evaluate("form => form.querySelector('button.brand').getBoundingClientRect().top"
                        + " - form.querySelector('.wrong').getBoundingClientRect().bottom");
        assertThat(((Number) below).doubleValue()).isNotNegative();
    }

    @Test
    default void aVoucherGivenWhenRegisteringIsCounted() {
        var event = shop().offer();
        var visitor = shop().inPartnersPage(shop().devices().onPhone(), event, "pay-registered-voucher")
                .answer("register", "voucher", shop().voucher(25, event));

        PayPanel.reachedBy(visitor);

        PayPanel.offers(visitor, "Pay €9.00");
        assertThat(visitor.frame().locator(".sum").innerText()).contains("€12.00", "€9.00");
    }

    @Test
    default void theButtonSaysTheSumAsItsReadersWriteIt() {
        for (var price : List.of("JPY 500 ¥500", "KWD 1230 KWD 1.230", "USD 1250 $12.50")) {
            var parts = price.split(" ", 3);
            var terms = Json.createObjectBuilder()
                    .add("price", Integer.parseInt(parts[1]))
                    .add("currency", parts[0]);
            var event = Offers.byPayment().with("paymentConfig", terms.build()).publishedBy(shop().organizer());
            var page = shop().devices().desk().newPage();

            var visitor = PayPanel.reachedBy(shop().onItsPage(page, event, "pay-" + parts[0]));

            assertThat(PayPanel.button(visitor).innerText().replace('\u00a0', ' '))
                    .isEqualTo("Pay " + parts[2]);
            page.close();
        }
    }

    @Test
    default void payingIsForEverybodyAndFitsAPhone() {
        for (var context : shop().devices().both()) {
            var page = context.newPage();
            var visitor = PayPanel.reachedBy(shop().onItsPage(page, shop().offer(), "pay-axe"));

            assertThat(Axe.findings(visitor.frame())).isEmpty();
            assertThat(visitor.frame().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            shop().openedBy(page, visitor).page().close();
            PayPanel.state(visitor, "closed");
            assertThat(Axe.findings(visitor.frame())).isEmpty();
            page.close();
        }
    }

    @Test
    default void thePageToWhichOneComesBackIsForEverybody() {
        var event = shop().offer();
        for (var query : List.of("?payment=nothing-of-ours", "?payment=nothing-of-ours&cancelled")) {
            for (var context : shop().devices().both()) {
                var page = context.newPage();
                var held = HeldBack.of(page, "returned.js");
                page.navigate(
                        shop().server() + "/paid/" + event + query,
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                page.locator("main a").waitFor();
                Watching.keep(page, "paid-" + query.length() + "-" + page.viewportSize().width);

                assertThat(Axe.findings(page.mainFrame())).isEmpty();
                held.comes();
                PayPanel.staysAt(page);
                assertThat(Axe.findings(page.mainFrame())).isEmpty();
                page.close();
            }
        }
        Http.to(shop().server()).get("/paid/no-such-event").expect(404);
    }

    @Test
    default void withoutScriptsAFreeSeatGoesStraightOn() {
        var page = shop().devices().onPhone();
        page.route("**/*.js", Route::abort);
        var event = shop().offer();
        var visitor = PayPanel.provenBy(shop().onItsPage(page, event, "pay-no-script-free"));

        visitor.answer("pay", "voucher", shop().voucher(100, event)).send("pay").at("watch");
    }
}
