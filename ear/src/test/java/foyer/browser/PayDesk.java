package foyer.browser;

import com.microsoft.playwright.Page;

/**
 * The payment provider's page, on which a person pays with one of Stripe's test cards: the stand-in's or Stripe's own. What is
 * here both can do, so that journeys which need no more run at either.
 *
 * @see <a href="https://docs.stripe.com/testing">Stripe's test cards</a>
 */
interface PayDesk {
    String GOOD_CARD = "4242 4242 4242 4242";
    String DECLINED_CARD = "4000 0000 0000 0002";
    String EMPTY_CARD = "4000 0000 0000 9995";
    String CARD_WHOSE_BANK_ASKS = "4000 0025 0000 3155";

    Page page();

    /** The provider's name of the checkout that is paid here. */
    default String session() {
        return page().url().replaceFirst(".*/pay/", "").replaceFirst("[/?#].*", "");
    }

    PayDesk pays(String card);

    /** From the first field to the end without a pointer. */
    PayDesk paysByKeyboard(String card);

    /** The bank's question comes in between. */
    PayDesk answersTheBank(boolean rightly);

    /** Waits until it tells what went wrong, in these words among others. */
    PayDesk says(String why);

    PayDesk turnsBack();

    /** @param why in the provider's words */
    default PayDesk refuses(String card, String why) {
        return pays(card).says(why);
    }

    default void isClosedByItself() {
        if (!page().isClosed()) {
            page().waitForClose(() -> {});
        }
    }
}
