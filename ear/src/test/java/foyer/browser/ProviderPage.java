package foyer.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The pay page of the stand-in for the payment provider. */
record ProviderPage(Page page) implements PayDesk {
    static final String SLOW_ACCOUNT = "DE08 3704 0044 0532 0130 03";
    private static final String ADDRESS = "**/stripe/pay/**";

    /** In the window that a click opens. */
    static ProviderPage openedBy(Page page, Runnable click) {
        return shownIn(page.waitForPopup(click));
    }

    /** In a window that was somewhere else before. */
    static ProviderPage shownIn(Page page) {
        page.waitForURL(ADDRESS);
        return new ProviderPage(page);
    }

    @Override
    public ProviderPage pays(String card) {
        page.locator("[data-fill='" + card + "']").click();
        page.locator("#pay").click();
        return this;
    }

    @Override
    public ProviderPage paysByKeyboard(String card) {
        var typing = new Keyboard(page, page.mainFrame());
        typing.to("number").type(card);
        typing.to("expiry").type("12 / 39");
        typing.to("cvc").type("123").press("Enter");
        return this;
    }

    ProviderPage paysByDebit(String account) {
        page.locator("label:has(#by-debit)").click();
        return pays(account);
    }

    @Override
    public ProviderPage answersTheBank(boolean rightly) {
        page.waitForURL("**/challenge");
        page.locator("button[value=" + (rightly ? "complete" : "fail") + "]").click();
        return this;
    }

    @Override
    public ProviderPage says(String why) {
        // What was said of the card before stands there until this one is answered.
        page.locator("#error")
                .filter(new Locator.FilterOptions().setHasText(why))
                .waitFor();
        return this;
    }

    @Override
    public ProviderPage turnsBack() {
        page.locator("a.back").click();
        return this;
    }
}
