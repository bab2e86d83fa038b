package foyer.bench;

import foyer.bench.Connection.Answer;
import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seats that are sold: a thousand of them with the provider's notices and without, and how fast a notice is answered. */
final class Sales {
    private static final int BUYERS = 1_000;
    private static final int NOTICES = 600;
    private static final int THREADS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Ground ground;

    Sales(Ground ground) {
        this.ground = ground;
    }

    void all() {
        System.out.println("\n" + BUYERS + " paid registrations through the stand-in for Stripe");
        var payments = sold("normal", "with notices");
        sold("off", "without notices");
        notices(payments);
    }

    /** Answers the ids of the payments. */
    private List<String> sold(String webhooks, String how) {
        mode(webhooks);
        var event = ground.event(
                "payment",
                Json.createObjectBuilder()
                        .add("verifyEmail", false)
                        .add("capacity", BUYERS)
                        .add(
                                "paymentConfig",
                                Json.createObjectBuilder().add("price", 1200).add("currency", "EUR")));
        var begun = Clock.systemUTC().instant();
        var started = System.nanoTime();
        var herd = new Herd(ground.port(), THREADS);
        var joined = herd.rush(Ground.registrations(event, "buyer" + webhooks, BUYERS, ""))
                .bodies();
        var checkouts = herd.rush(joined.stream().map(Sales::checkout).toList()).bodies().stream()
                .map(Ground::json)
                .toList();
        checkouts.stream().map(this::open).forEach(this::pay);
        var paid = Await.until(
                PATIENCE,
                () -> ground.tools().read("/events/" + event + "/refunds").getInt("paid") == BUYERS);
        var took = (System.nanoTime() - started) / 1e9;
        ground.bars().atLeast("sold " + how, paid ? BUYERS : 0, BUYERS);
        ground.bars().atMost("seconds until all is known, " + how, took, 300);
        var balance = ground.tools().read("/payments/reconciliation?from=" + begun.minusSeconds(1));
        ground.bars()
                .atMost("unmatched, " + how, balance.getJsonArray("unmatched").size(), 0);
        return checkouts.stream()
                .map(checkout -> checkout.getString("paymentId"))
                .toList();
    }

    /** @param joined what whoever registered was answered */
    static byte[] checkout(String joined) {
        var registration = Ground.json(joined);
        return Requests.post(
                "/api/payments/checkout",
                "{\"registrationId\":\"" + registration.getString("registrationId") + "\"}",
                registration.getJsonObject("session").getString("sessionToken"));
    }

    /** Those in line are opened by the timer. */
    private String open(JsonObject checkout) {
        if (checkout.containsKey("checkoutUrl")) {
            return session(checkout);
        }
        throw new IllegalStateException("Still in line: " + checkout);
    }

    private static String session(JsonObject checkout) {
        var url = checkout.getString("checkoutUrl");
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("[?#].*", "");
    }

    private void pay(String session) {
        ground.sandbox().control("POST", "/stripe/_control/sessions/" + session + "/pay", "{\"card\":\"success\"}");
    }

    private void mode(String webhooks) {
        ground.sandbox().control("PUT", "/stripe/_control/webhooks", "{\"mode\":\"" + webhooks + "\"}");
    }

    /** Each of another payment, and then fifty of one at once. */
    private void notices(List<String> payments) {
        System.out.println("\nNotices of the provider, each durable before it is answered");
        var herd = new Herd(ground.port(), 8);
        herd.come(signed(payments.subList(0, NOTICES / 2)), Duration.ofSeconds(10))
                .bodies();
        var answered = herd.come(signed(payments.subList(NOTICES / 2, BUYERS)), Duration.ofSeconds(20));
        answered.bodies();
        ground.bars().atMost("p99 of a notice, ms", answered.waits().quantile(0.99), 50);
        var equal = new Herd(ground.port(), 50)
                .rush(Collections.nCopies(50, signed(payments.subList(0, 1)).get(0)));
        ground.bars().atLeast("of fifty equal notices at once, answered 2xx", equal.successes(), 50);
        System.out.printf(
                Locale.ROOT,
                "  statuses %s%n",
                equal.answers().stream().map(Answer::status).distinct().toList());
    }

    private List<byte[]> signed(List<String> payments) {
        var all = new ArrayList<byte[]>();
        IntStream.range(0, payments.size()).forEach(number -> all.add(signed(payments.get(number), number)));
        return all;
    }

    private byte[] signed(String payment, int number) {
        var body = "{\"id\":\"evt_" + number + "\",\"object\":\"event\",\"type\":\"checkout.session.completed\","
                + "\"data\":{\"object\":{\"object\":\"checkout.session\",\"client_reference_id\":\"" + payment
                + "\"}}}";
        var time = Clock.systemUTC().instant().getEpochSecond();
        return Requests.post(
                "/api/webhooks/stripe", body, List.of("Stripe-Signature: t=" + time + ",v1=" + mac(time + "." + body)));
    }

    private String mac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ground.noticesSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
