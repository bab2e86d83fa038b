package foyer.sandbox.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import com.stripe.param.checkout.SessionCreateParams;
import foyer.sandbox.HandClock;
import foyer.sandbox.http.Json;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.TestSite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A shop that uses Stripe's own library, pointed at a stand-in of its own. */
final class StripeShop implements AutoCloseable {
    /** The header by which a call without the library is let in. */
    static final String[] KEY = {"Authorization", "Bearer sk_test_foyer"};

    static final Instant START = Instant.parse("2030-05-01T10:00:00Z");

    final HandClock clock = new HandClock(START);
    private final Stripe stripe = new Stripe(clock, "http://localhost:8090");
    private final TestSite site;

    StripeShop() {
        var routes = new Routes();
        stripe.addTo(routes);
        site = new TestSite(routes);
    }

    StripeClient client() {
        return client("sk_test_foyer");
    }

    /** A client that does not try again by itself, so that a test sees each single answer. */
    StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(site.url() + "/stripe")
                .setMaxNetworkRetries(0)
                .build();
    }

    static SessionCreateParams.Builder aTicket(long amount, String currency) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setUiMode(SessionCreateParams.UiMode.HOSTED_PAGE)
                .setSuccessUrl("https://foyer.example/watch/e1?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("https://foyer.example/watch/e1")
                .setClientReferenceId("r-1")
                .setAdaptivePricing(SessionCreateParams.AdaptivePricing.builder()
                        .setEnabled(false)
                        .build())
                .putMetadata("registrationId", "r-1")
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency(currency)
                                .setUnitAmount(amount)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("A seat")
                                        .build())
                                .build())
                        .build());
    }

    Session sells(long amount, String currency) throws StripeException {
        return client().v1()
                .checkout()
                .sessions()
                .create(aTicket(amount, currency).build());
    }

    Session sellsUnder(String key, long amount) throws StripeException {
        var options = RequestOptions.builder().setIdempotencyKey(key).build();
        return client().v1().checkout().sessions().create(aTicket(amount, "eur").build(), options);
    }

    Session again(Session session) throws StripeException {
        return client().v1().checkout().sessions().retrieve(session.getId());
    }

    /** What a control call answers; fails where it is refused. */
    JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        var answer = ask(method, "/_control" + path, body);
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.statusCode() + " " + answer.body());
        }
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What the API answers, as it is on the wire. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.read(ask("GET", path, "", KEY).body().getBytes(StandardCharsets.UTF_8));
    }

    JsonNode pays(Session session, String card) throws IOException, InterruptedException {
        return control("POST", "/sessions/" + session.getId() + "/pay", "{\"card\":\"" + card + "\"}");
    }

    PaymentIntent intent(Session session) throws StripeException {
        return client().v1().paymentIntents().retrieve(again(session).getPaymentIntent());
    }

    List<String> events() throws StripeException {
        var latest = EventListParams.builder().setLimit(100L).build();
        return client().v1().events().list(latest).getData().stream()
                .map(Event::getType)
                .toList();
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return site.ask(method, "/stripe" + path, body, headers);
    }

    @Override
    public void close() {
        site.close();
        stripe.close();
    }
}
