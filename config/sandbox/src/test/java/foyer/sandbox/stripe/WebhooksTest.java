package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.TestSite;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed notices, verified by Stripe's own library. */
class WebhooksTest {
    private static final String SECRET = "whsec_one";

    private record Heard(String body, String signature) {
        Event verified(String secret) throws SignatureVerificationException {
            return Webhook.constructEvent(body, signature, secret);
        }
    }

    private final StripeShop shop = new StripeShop();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final TestSite endpoint = new TestSite(new Routes().on("POST", "/hook", asked -> {
        var body = new String(asked.body(100_000), StandardCharsets.UTF_8);
        heard.add(new Heard(body, asked.header("Stripe-Signature").orElse("")));
        return Answer.empty(refusals.getAndDecrement() > 0 ? 500 : 200);
    }));

    @BeforeEach
    void listen() throws Exception {
        listenFor("checkout.session.completed");
    }

    private void listenFor(String types) throws Exception {
        shop.control(
                "PUT",
                "/endpoints",
                "{\"items\":[{\"url\":\"%s/hook\",\"secrets\":[\"%s\",\"whsec_two\"],\"types\":[\"%s\"]}]}"
                        .formatted(endpoint.url(), SECRET, types));
    }

    @AfterEach
    void close() {
        shop.close();
        endpoint.close();
    }

    private Heard next() throws InterruptedException {
        var notice = heard.poll(20, TimeUnit.SECONDS);
        assertThat(notice).as("a notice").isNotNull();
        return notice;
    }

    private Session paid() throws Exception {
        var session = shop.sells(1500, "eur");
        shop.pays(session, "success");
        return session;
    }

    private void mode(String json) throws Exception {
        shop.control("PUT", "/webhooks", json);
    }

    @Test
    void tellsWhatHappenedSigned() throws Exception {
        var session = paid();

        var event = next().verified(SECRET);

        assertThat(event.getType()).isEqualTo("checkout.session.completed");
        assertThat(event.getDataObjectDeserializer().getObject())
                .hasValueSatisfying(told -> assertThat(((Session) told).getId()).isEqualTo(session.getId()));
        assertThat(event.getLivemode()).isFalse();
    }

    @Test
    void signsWithBothSecretsWhileOneIsRolled() throws Exception {
        paid();

        var notice = next();

        assertThat(notice.verified("whsec_two").getId())
                .isEqualTo(notice.verified(SECRET).getId());
        assertThatThrownBy(() -> notice.verified("whsec_three")).isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void triesAgainWhereNobodyTookIt() throws Exception {
        refusals.set(1);
        paid();

        assertThat(next().verified(SECRET).getId())
                .isEqualTo(next().verified(SECRET).getId());
    }

    @Test
    void sendsEachSeveralTimesAtOnce() throws Exception {
        mode("{\"mode\":\"duplicate\",\"times\":50}");
        paid();

        var ids = new ArrayList<String>();
        for (var i = 0; i < 50; i++) {
            ids.add(next().verified(SECRET).getId());
        }
        assertThat(ids).hasSize(50).containsOnly(ids.get(0));
    }

    @Test
    void turnsTheOrderAround() throws Exception {
        mode("{\"mode\":\"reorder\",\"times\":3,\"seconds\":20}");
        var sessions = List.of(paid(), paid(), paid());

        for (var i = 2; i >= 0; i--) {
            assertThat(next().body()).contains(sessions.get(i).getId());
        }
    }

    @Test
    void spoilsWhatWasSigned() throws Exception {
        mode("{\"mode\":\"corrupt\",\"times\":1}");
        paid();

        var spoilt = next();
        assertThatThrownBy(() -> spoilt.verified(SECRET)).isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void sendsNothingWhenOffAndAgainWhenAsked() throws Exception {
        mode("{\"mode\":\"off\"}");
        var silent = paid();
        mode("{\"mode\":\"normal\"}");
        var told = paid();

        assertThat(next().body()).contains(told.getId());
        assertThat(heard).isEmpty();
        var events = shop.client().v1().events().list().getData();
        var missed = events.stream()
                .filter(event -> event.toJson().contains(silent.getId())
                        && event.getType().equals("checkout.session.completed"))
                .findFirst()
                .orElseThrow();
        shop.control("POST", "/events/" + missed.getId() + "/resend", "");
        assertThat(next().verified(SECRET).getId()).isEqualTo(missed.getId());
    }

    @Test
    void comesLate() throws Exception {
        mode("{\"mode\":\"delay\",\"seconds\":0.3}");
        paid();

        assertThat(next().verified(SECRET).getType()).isEqualTo("checkout.session.completed");
    }

    @Test
    void refusesAModeThatItDoesNotKnow() throws Exception {
        assertThat(shop.ask("PUT", "/_control/webhooks", "{\"mode\":\"sometimes\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsWhatWasSentAndHidesTheSecrets() throws Exception {
        paid();
        next();

        var shown = shop.control("GET", "/webhooks", "");

        assertThat(shown.path("mode").asString()).isEqualTo("normal");
        assertThat(shown.toString()).contains("/hook").doesNotContain("whsec_");
    }
}
