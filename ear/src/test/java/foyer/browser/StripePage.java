package foyer.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * Stripe's own hosted Checkout page, in test mode. Stripe promises nothing of its markup, which is not documented: these are the
 * names by which browser tests that people have published find their way on it, those of the fields for many years. Where
 * the page has changed, this is the one place to follow it. The build that has no key never tries it.
 *
 * @see <a href="https://docs.stripe.com/payments/checkout">Checkout</a>
 */
record StripePage(Page page) implements PayDesk {
    private static final String ADDRESS = "https://checkout.stripe.com/**";
    private static final double PATIENCE = 60_000;

    private static final String NUMBER = "#cardNumber";
    private static final String EXPIRY = "#cardExpiry";
    private static final String CODE = "#cardCvc";
    private static final String NAME = "#billingName";

    /** Asked for where Stripe takes the payer's country for one of those that have it. */
    private static final String POSTAL_CODE = "#billingPostalCode";

    /** Where more is taken than cards, their fields come once they are chosen. */
    private static final String BY_CARD = "[data-testid=card-accordion-item-button], [data-testid=card-accordion-item]";

    /** Stripe's offer to keep the card, ticked at times, which asks for a telephone number. */
    private static final String KEEPS_THE_CARD = "#enableStripePass";

    private static final String SUBMIT = "[data-testid=hosted-payment-submit-button]";
    private static final String BACK = "[data-testid=business-link], .Header-businessLink";

    /** On the test bank's page, some frames deep. */
    private static final String AUTHORIZES = "#test-source-authorize-3ds";

    private static final String FAILS = "#test-source-fail-3ds";

    /** In a window that was somewhere else before. */
    static StripePage shownIn(Page page) {
        page.waitForURL(ADDRESS, new Page.WaitForURLOptions().setTimeout(PATIENCE));
        return new StripePage(page);
    }

    @Override
    public StripePage pays(String card) {
        choosesCards();
        page.locator(NUMBER).fill(card);
        page.locator(EXPIRY).fill("12 / 39");
        page.locator(CODE).fill("123");
        page.locator(NAME).fill("Ada");
        ifItIsThere(POSTAL_CODE, field -> field.fill("10001"));
        ifItIsThere(KEEPS_THE_CARD, box -> box.uncheck(new Locator.UncheckOptions().setForce(true)));
        page.locator(SUBMIT).click(new Locator.ClickOptions().setTimeout(PATIENCE));
        return this;
    }

    @Override
    public StripePage paysByKeyboard(String card) {
        choosesCards();
        var typing = new Keyboard(page, page.mainFrame());
        typing.onTo(NUMBER).type(card);
        typing.onTo(EXPIRY).type("12 / 39");
        typing.onTo(CODE).type("123");
        typing.onTo(NAME).type("Ada").press("Enter");
        return this;
    }

    @Override
    public StripePage answersTheBank(boolean rightly) {
        var button = rightly ? AUTHORIZES : FAILS;
        page.waitForCondition(
                () -> page.frames().stream().anyMatch(frame -> has(frame, button)),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        page.frames().stream()
                .filter(frame -> has(frame, button))
                .findFirst()
                .orElseThrow()
                .locator(button)
                .click();
        return this;
    }

    @Override
    public StripePage says(String why) {
        page.getByText(why).first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return this;
    }

    @Override
    public StripePage turnsBack() {
        page.locator(BACK).first().click();
        return this;
    }

    private void choosesCards() {
        var cards = page.locator(BY_CARD).first();
        page.locator(NUMBER).or(cards).first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        if (!page.locator(NUMBER).isVisible()) {
            // Something transparent lies above it, which is what a pointer would meet.
            cards.dispatchEvent("click");
        }
    }

    private void ifItIsThere(String selector, Consumer<Locator> then) {
        var found = page.locator(selector);
        if (found.isVisible()) {
            then.accept(found);
        }
    }

    private static boolean has(Frame frame, String selector) {
        return !frame.isDetached() && frame.locator(selector).count() > 0;
    }
}
