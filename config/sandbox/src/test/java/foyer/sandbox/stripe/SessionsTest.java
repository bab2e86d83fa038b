package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import foyer.sandbox.stripe.book.Books;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkout Sessions, through Stripe's own library. */
class SessionsTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void speaksTheVersionOfTheLibrary() {
        assertThat(Books.API_VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void makesASession() throws StripeException {
        var session = shop.sells(1500, "eur");

        assertThat(session.getId()).startsWith("cs_test_");
        assertThat(session.getUrl()).endsWith("/stripe/pay/" + session.getId());
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getAmountTotal()).isEqualTo(1500);
        assertThat(session.getAmountSubtotal()).isEqualTo(1500);
        assertThat(session.getTotalDetails().getAmountDiscount()).isZero();
        assertThat(session.getCurrency()).isEqualTo("eur");
        assertThat(session.getClientReferenceId()).isEqualTo("r-1");
        assertThat(session.getMetadata()).containsEntry("registrationId", "r-1");
        assertThat(session.getAdaptivePricing().getEnabled()).isFalse();
        assertThat(session.getLivemode()).isFalse();
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getExpiresAt())
                .isEqualTo(StripeShop.START.plus(Duration.ofHours(24)).getEpochSecond());
    }

    @Test
    void showsASessionWithWhatItSells() throws StripeException {
        var session = shop.sells(1500, "eur");

        var expanded = SessionRetrieveParams.builder().addExpand("line_items").build();
        var again = shop.client().v1().checkout().sessions().retrieve(session.getId(), expanded);
        var items = shop.client().v1().checkout().sessions().lineItems().list(session.getId());

        assertThat(again.getLineItems().getData()).hasSize(1);
        assertThat(items.getData().get(0).getDescription()).isEqualTo("A seat");
        assertThat(items.getData().get(0).getPrice().getUnitAmount()).isEqualTo(1500);
    }

    @Test
    void listsTheNewestFirstPageByPage() throws StripeException {
        var first = shop.sells(100, "eur");
        var second = shop.sells(200, "eur");
        var third = shop.sells(300, "eur");

        var page = shop.client()
                .v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder().setLimit(2L).build());

        assertThat(page.getData()).extracting("id").containsExactly(third.getId(), second.getId());
        assertThat(page.getHasMore()).isTrue();
        assertThat(page.autoPagingIterable()).extracting("id").contains(first.getId());
    }

    @Test
    void endsASessionOnceWhenTold() throws StripeException {
        var session = shop.sells(1500, "eur");

        var ended = shop.client().v1().checkout().sessions().expire(session.getId());

        assertThat(ended.getStatus()).isEqualTo("expired");
        assertThat(ended.getUrl()).isNull();
        assertThatThrownBy(() -> shop.client().v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void endsASessionWhenItsTimeHasCome() throws StripeException {
        var soon = shop.clock.instant().plus(Duration.ofMinutes(30)).getEpochSecond();
        var session = shop.client()
                .v1()
                .checkout()
                .sessions()
                .create(StripeShop.aTicket(1500, "eur").setExpiresAt(soon).build());

        shop.clock.pass(Duration.ofMinutes(29));
        assertThat(shop.again(session).getStatus()).isEqualTo("open");
        shop.clock.pass(Duration.ofMinutes(1));
        assertThat(shop.again(session).getStatus()).isEqualTo("expired");
        assertThat(shop.client().v1().events().list().getData())
                .extracting("type")
                .contains("checkout.session.expired");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 29 * 60, 24 * 60 * 60 + 60})
    void lastsHalfAnHourToADay(long seconds) {
        var end = shop.clock.instant().getEpochSecond() + seconds;
        var wish = StripeShop.aTicket(1500, "eur").setExpiresAt(end).build();

        assertThatThrownBy(() -> shop.client().v1().checkout().sessions().create(wish))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.getParam()).isEqualTo("expires_at");
                    assertThat(refused.getStatusCode()).isEqualTo(400);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "500, jpy",
        "1230, kwd",
        "100, isk",
        "50, usd",
        "50, eur",
        "30, gbp",
        "99999999, usd",
        "0, eur",
        "17500, huf"
    })
    void takesWhatStripeCanCharge(long amount, String currency) throws StripeException {
        assertThat(shop.sells(amount, currency).getAmountTotal()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"49, usd", "1234, kwd", "150, isk", "100000000, usd", "-1, eur", "100, xxx", "49, jpy", "29, gbp"})
    void refusesWhatStripeCannotCharge(long amount, String currency) {
        assertThatThrownBy(() -> shop.sells(amount, currency)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void namesWhatItDoesNotKnow() {
        var wish =
                StripeShop.aTicket(1500, "eur").putExtraParam("surprise", "x").build();

        assertThatThrownBy(() -> shop.client().v1().checkout().sessions().create(wish))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo("parameter_unknown");
                    assertThat(refused.getParam()).isEqualTo("surprise");
                    assertThat(refused.getRequestId()).startsWith("req_");
                });
    }

    @Test
    void needsSomethingToSell() {
        var wish = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("https://foyer.example/")
                .build();

        assertThatThrownBy(() -> shop.client().v1().checkout().sessions().create(wish))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getParam()).isEqualTo("line_items"));
    }

    @Test
    void saysThatThereIsNoSuchSession() {
        assertThatThrownBy(() -> shop.client().v1().checkout().sessions().retrieve("cs_test_none"))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(404);
                    assertThat(refused.getCode()).isEqualTo("resource_missing");
                });
    }

    @Test
    void anotherAccountSeesNothingOfIt() throws StripeException {
        var session = shop.sells(1500, "eur");
        var other = shop.client("sk_test_other_1");

        assertThat(other.v1().accounts().retrieveCurrent().getId()).isEqualTo("acct_other");
        assertThatThrownBy(() -> other.v1().checkout().sessions().retrieve(session.getId()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(shop.client("rk_test_restricted")
                        .v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId())
                        .getId())
                .isEqualTo(session.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_abcdefghijkl", "pk_test_abcdefghijkl", "nonsense"})
    void takesNoOtherKeyThanATestKey(String key) {
        assertThatThrownBy(() -> shop.client(key).v1().checkout().sessions().list())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageNotContaining(key);
    }
}
