package foyer.payment.stripe;

import foyer.mail.LinkSettings;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.provider.AtAProvider.Outside;
import foyer.payment.provider.Checkouts;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.Site;
import foyer.sandbox.stripe.Stripe;
import foyer.shared.FixedConfig;
import foyer.shared.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A stand-in for Stripe of its own, our adapter before it, and whoever is on its other side. */
final class StripeHouse implements Outside, AutoCloseable {
    static final String SECRET = "whsec_of_the_house";
    static final String OTHER_SECRET = "whsec_being_rotated";
    static final String SITE = "https://video.example";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Clock clock;
    private final Stripe stripe;
    private final Site site;
    final Checkouts checkouts;

    StripeHouse(Clock clock) {
        this(clock, Map.of());
    }

    /** @param more settings below {@code foyer.payment.stripe} */
    StripeHouse(Clock clock, Map<String, String> more) {
        this.clock = clock;
        this.stripe = new Stripe(clock, "http://localhost:8090");
        var routes = new Routes();
        stripe.addTo(routes);
        try {
            site = Site.on(0, routes);
            site.start();
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
        checkouts = checkouts(more);
    }

    /** Another adapter before the same Stripe. */
    Checkouts checkouts(Map<String, String> more) {
        return StripeCheckouts.open(settings(more), new StripeTurnstile(), new LinkSettings(SITE), clock);
    }

    /** Another adapter before the same Stripe, by a clock of its own. */
    Checkouts checkoutsBy(Clock other) {
        return StripeCheckouts.open(settings(Map.of()), new StripeTurnstile(), new LinkSettings(SITE), other);
    }

    private StripeSettings settings(Map<String, String> more) {
        var named = new HashMap<>(Map.of(
                "key", "sk_test_foyer",
                "webhook-secrets", SECRET + "," + OTHER_SECRET,
                "endpoint", url() + "/stripe"));
        named.putAll(more);
        var all = new HashMap<String, String>();
        named.forEach((name, value) -> all.put("foyer.payment.stripe." + name, value));
        return StripeSettings.read(FixedConfig.settings(all));
    }

    private String url() {
        return "http://127.0.0.1:" + site.port();
    }

    @Override
    public void pay(Payment payment) {
        pay(payment, "success");
    }

    Map<?, ?> pay(Payment payment, String card) {
        return control("POST", "/sessions/" + session(payment) + "/pay", "{\"card\":\"" + card + "\"}");
    }

    @Override
    public void payLater(Payment payment) {
        pay(payment, "delayed");
    }

    @Override
    public void settle(Payment payment, boolean paid) {
        control("POST", "/sessions/" + session(payment) + "/settle", "{\"paid\":" + paid + "}");
    }

    @Override
    public void refundThere(Payment payment, long minorUnits) {
        var intent = object("/v1/checkout/sessions/" + session(payment)).get("payment_intent");
        ask("POST", "/v1/refunds", "payment_intent=" + intent + "&amount=" + minorUnits);
    }

    @Override
    public void failRefund(Payment payment, long minorUnits) {
        var refunds = all("refund");
        var last = (Map<?, ?>) refunds.get(refunds.size() - 1);
        control("POST", "/refunds/" + last.get("id") + "/finish", "{\"succeeded\":false}");
    }

    @Override
    public void dispute(Payment payment) {
        control("POST", "/sessions/" + session(payment) + "/dispute", "{}");
    }

    @Override
    public void dispute(Payment payment, long minorUnits) {
        control("POST", "/sessions/" + session(payment) + "/dispute", "{\"amount\":" + minorUnits + "}");
    }

    @Override
    public void decideDispute(Payment payment, boolean won) {
        var intent = object("/v1/checkout/sessions/" + session(payment)).get("payment_intent");
        for (var dispute : all("dispute")) {
            if (dispute instanceof Map<?, ?> map
                    && String.valueOf(intent).equals(map.get("payment_intent"))
                    && "needs_response".equals(map.get("status"))) {
                control("POST", "/disputes/" + map.get("id") + "/close", "{\"won\":" + won + "}");
            }
        }
    }

    /** The next calls of an operation fail in this way. */
    void fail(String operation, String effect, int count, double seconds) {
        control(
                "PUT",
                "/faults",
                "{\"operation\":\"%s\",\"effect\":\"%s\",\"count\":%d,\"seconds\":%s}"
                        .formatted(operation, effect, count, seconds));
    }

    Map<?, ?> ledger() {
        return control("GET", "/ledger", "");
    }

    /** All of a kind that there are, the oldest first. */
    List<?> all(String kind) {
        return (List<?>) Objects.requireNonNull(ledger().get(kind));
    }

    /** What the API shows at a path. */
    Map<?, ?> object(String path) {
        return ask("GET", path, "");
    }

    /** What another shop in the same account does. */
    Map<?, ?> create(String path, String form) {
        return ask("POST", path, form);
    }

    Map<?, ?> control(String method, String path, String body) {
        return ask(method, "/_control" + path, body);
    }

    private static String session(Payment payment) {
        return payment.atProvider().map(Checkout::id).orElseThrow();
    }

    private Map<?, ?> ask(String method, String path, String body) {
        var call = HttpRequest.newBuilder(URI.create(url() + "/stripe" + path))
                .header("Authorization", "Bearer sk_test_foyer")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(call, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(answer.statusCode() + " " + answer.body());
            }
            return (Map<?, ?>) Objects.requireNonNull(JsonText.read(answer.body()));
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        site.close();
        stripe.close();
    }
}
