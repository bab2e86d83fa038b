package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.launch.Await;
import foyer.whole.Books;
import foyer.whole.Build;
import foyer.whole.Http;
import foyer.whole.Shopper;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of a purchase once it is made, and what of it nobody here ever knows, whoever takes the money. */
interface PaidForContract {
    Duration PATIENCE = Duration.ofMinutes(2);

    Shop shop();

    @Test
    default void noRequestNoFieldAndNoLogOfOursTakesACard() throws IOException {
        var page = shop().devices().onDesk();
        var sent = new CopyOnWriteArrayList<String>();
        var sentElsewhere = new CopyOnWriteArrayList<String>();
        shop().devices().desk().onRequest(request -> {
            (shop().isOurs(request.url()) ? sent : sentElsewhere)
                    .add(request.url() + " " + request.headers() + " " + digits(request.postData()));
        });
        var visitor = PayPanel.reachedBy(shop().inPartnersPage(page, shop().offer(), "pay-card"));
        assertThat(visitor.frame()
                        .locator("[autocomplete^=cc-], [name=number], [name=cvc]")
                        .count())
                .isZero();

        var desk = shop().openedBy(page, visitor);
        desk.refuses(PayDesk.DECLINED_CARD, "declined").pays(PayDesk.GOOD_CARD);
        visitor.watches();

        assertThat(sentElsewhere)
                .as("the provider is sent both cards, and this hears it")
                .anyMatch(request -> request.contains(digits(PayDesk.DECLINED_CARD)))
                .anyMatch(request -> request.contains(digits(PayDesk.GOOD_CARD)));
        assertThat(sent).isNotEmpty().noneMatch(PaidForContract::namesACard);
        assertThat(Files.readString(Build.logs().resolve("foyer-micro-" + shop().port() + ".log")))
                .as("the log")
                .isNotEmpty()
                .satisfies(log -> assertThat(namesACard(log)).isFalse());
    }

    @Test
    default void whoPaysAndNeverAsksHasTheirSeat() {
        var ada = shopper();
        var checkout = ada.asksForCheckout().expect(201).json();

        deskOf(shop().devices().onPhone(), checkout).pays(PayDesk.GOOD_CARD);

        assertThat(Await.until(PATIENCE, () -> seen(ada, "state").equals("confirmed")))
                .isTrue();
    }

    @Test
    default void aPartGoesBackAndThenAllOfIt() {
        var ada = shopper();
        var checkout = ada.asksForCheckout().expect(201).json();
        var page = shop().devices().onDesk();
        deskOf(page, checkout).pays(PayDesk.GOOD_CARD);
        page.waitForURL("**/paid/**");
        assertThat(Await.until(
                        PATIENCE, () -> ada.looks(checkout).getString("status").equals("completed")))
                .isTrue();

        var part = ada.refundedBy(shop().organizer(), "{\"amount\": 500}");
        assertThat(part.getInt("refundedAmount")).isEqualTo(500);
        assertThat(ada.step()).isEqualTo("watch");
        ada.refundedBy(shop().organizer(), "{}");

        assertThat(Await.until(PATIENCE, () -> seen(ada, "paymentStatus").equals("refunded")))
                .isTrue();
        assertThat(Books.readBy(shop().organizer()).unmatched(checkout.getString("paymentId")))
                .isEmpty();
    }

    private Shopper shopper() {
        return Shopper.at(Http.to(shop().server()), Shopper.offer().publishedBy(shop().organizer()));
    }

    private String seen(Shopper shopper, String field) {
        return shopper.registrationSeenBy(shop().organizer()).getString(field);
    }

    private PayDesk deskOf(Page page, JsonObject checkout) {
        page.navigate(checkout.getString("checkoutUrl"));
        return shop().shownIn(page);
    }

    private static boolean namesACard(String text) {
        return Stream.of(PayDesk.DECLINED_CARD, PayDesk.GOOD_CARD)
                .anyMatch(card -> text.contains(card) || text.contains(digits(card)));
    }

    /** Without what people and forms put between the digits. */
    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[ +]|%20", "");
    }
}
