package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pay page, as a browser without scripts sees it. */
class PayDeskTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private HttpResponse<String> sends(Session session, String... fields) throws Exception {
        return sendsTo("/pay/" + session.getId(), fields);
    }

    private HttpResponse<String> sendsTo(String path, String... fields) throws Exception {
        var form = new StringBuilder("email=a%40example.com&expiry=12%2F39&cvc=123");
        for (var i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return shop.ask("POST", path, form.toString(), "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void showsWhatIsSoldAndThatItIsAStandIn() throws Exception {
        var page = shop.ask("GET", "/pay/" + shop.sells(1500, "eur").getId(), "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("A seat", "€15.00", "Stand-in for Stripe", "never a real one");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
    }

    @Test
    void leadsBackToTheShopWhenPaid() throws Exception {
        var session = shop.sells(1500, "eur");

        var answer = sends(session, "number", "4242 4242 4242 4242");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("https://foyer.example/watch/e1?session=" + session.getId());
        assertThat(shop.again(session).getCustomerDetails().getEmail()).isEqualTo("a@example.com");
    }

    @Test
    void sentTwiceItPaysOnce() throws Exception {
        var session = shop.sells(1500, "eur");
        sends(session, "number", "4242424242424242");

        assertThat(sends(session, "number", "4242424242424242").statusCode()).isEqualTo(303);
        assertThat(shop.client().v1().charges().list().getData()).hasSize(1);
    }

    @Test
    void saysWhyACardWasDeclinedAndLetsTryAgain() throws Exception {
        var session = shop.sells(1500, "eur");

        assertThat(sends(session, "number", "4000 0000 0000 9995").body()).contains("insufficient funds");
        assertThat(sends(session, "number", "4242424242424242").statusCode()).isEqualTo(303);
    }

    @Test
    void takesNoRealCardAndShowsItToNobody() throws Exception {
        var answer = sends(shop.sells(1500, "eur"), "number", "5105 1051 0510 5100");

        assertThat(answer.body()).contains("used a non test card").doesNotContain("5105");
        assertThat(shop.client().v1().charges().list().getData()).isEmpty();
    }

    @Test
    void readsTheRestOfTheCardToo() throws Exception {
        var session = shop.sells(1500, "eur");

        assertThat(shop.ask("POST", "/pay/" + session.getId(), "number=4242424242424242&expiry=12/20&cvc=123")
                        .body())
                .contains("expiration year is in the past");
        assertThat(shop.ask("POST", "/pay/" + session.getId(), "number=4242424242424242&expiry=12/39&cvc=1")
                        .body())
                .contains("security code is incomplete");
    }

    @Test
    void asksForTheBank() throws Exception {
        var session = shop.sells(1500, "eur");

        var asked = sends(session, "number", "4000002500003155");
        var challenge = asked.headers().firstValue("Location").orElseThrow().substring("/stripe".length());

        assertThat(shop.ask("GET", challenge, "").body()).contains("Your bank asks");
        assertThat(sendsTo(challenge, "answer", "fail").body()).contains("unable to authenticate");
        sends(session, "number", "4000002500003155");
        assertThat(sendsTo(challenge, "answer", "complete").statusCode()).isEqualTo(303);
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void offersABankDebitWhereTheCurrencyHasOne() throws Exception {
        var session = shop.sells(1500, "eur");

        var answer = sends(session, "method", "sepa_debit", "account", "DE89 3704 0044 0532 0130 00");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(shop.ask("GET", "/pay/" + shop.sells(1500, "sek").getId(), "")
                        .body())
                .contains("data-methods=\"card\"");
    }

    @Test
    void saysThatAnEndedSessionHasEnded() throws Exception {
        var session = shop.sells(1500, "eur");
        shop.client().v1().checkout().sessions().expire(session.getId());

        assertThat(shop.ask("GET", "/pay/" + session.getId(), "").body()).contains("has expired");
        assertThat(shop.ask("GET", "/pay/cs_test_none", "").statusCode()).isEqualTo(404);
    }
}
