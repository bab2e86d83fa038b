package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** The payment provider's page, on which a person pays with one of its test cards. */
record ProviderPage(Page page) {
    static final String GOOD_CARD = "4242 4242 4242 4242";
    static final String DECLINED_CARD = "4000 0000 0000 0002";
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

    ProviderPage pays(String card) {
        page.locator("[data-fill='" + card + "']").click();
        page.locator("#pay").click();
        return this;
    }

    void refuses(String card) {
        pays(card);
        var error = page.locator("#error:not(:empty)");
        error.waitFor();
        assertThat(error.innerText()).containsIgnoringCase("declined");
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
