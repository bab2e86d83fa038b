package foyer.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The payment provider's page, on which a person pays with one of its test cards. */
record ProviderPage(Page page) {
    static final String GOOD_CARD = "4242 4242 4242 4242";
    static final String DECLINED_CARD = "4000 0000 0000 0002";
    static final String EMPTY_CARD = "4000 0000 0000 9995";
    static final String CARD_WHOSE_BANK_ASKS = "4000 0025 0000 3155";
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

    /** The provider's name of the checkout that is paid here. */
    String session() {
        return page.url().replaceFirst(".*/pay/", "").replaceFirst("[/?#].*", "");
    }

    ProviderPage pays(String card) {
        page.locator("[data-fill='" + card + "']").click();
        page.locator("#pay").click();
        return this;
    }

    /** @param why in the provider's words */
    ProviderPage refuses(String card, String why) {
        return pays(card).says(why);
    }

    ProviderPage paysByDebit(String account) {
        page.locator("label:has(#by-debit)").click();
        return pays(account);
    }

    /** The bank's question comes in between. */
    ProviderPage answersTheBank(boolean rightly) {
        page.waitForURL("**/challenge");
        page.locator("button[value=" + (rightly ? "complete" : "fail") + "]").click();
        return this;
    }

    /** What went wrong, in words. */
    ProviderPage says(String why) {
        // What was said of the card before stands there until this one is answered.
        page.locator("#error")
                .filter(new Locator.FilterOptions().setHasText(why))
                .waitFor();
        return this;
    }

    ProviderPage turnsBack() {
        page.locator("a.back").click();
        return this;
    }

    void isClosedByItself() {
        if (!page.isClosed()) {
            page.waitForClose(() -> {});
        }
    }
}
