package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Idempotency keys, faults and limits, by Stripe's rules. */
class KeysTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private void fault(String operation, String effect, int count) throws Exception {
        shop.control(
                "PUT",
                "/faults",
                "{\"operation\":\"%s\",\"effect\":\"%s\",\"count\":%d}".formatted(operation, effect, count));
    }

    private int sessions() throws Exception {
        return shop.client().v1().checkout().sessions().list().getData().size();
    }

    @Test
    void theSameKeyGetsTheSameAnswer() throws Exception {
        var first = shop.sellsUnder("k-1", 1500);
        var second = shop.sellsUnder("k-1", 1500);

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(second.getLastResponse().idempotencyKey()).isEqualTo("k-1");
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void aKeyIsForOneCallOnly() throws Exception {
        var session = shop.sellsUnder("k-1", 1500);

        assertThatThrownBy(() -> shop.sellsUnder("k-1", 1600))
                .isInstanceOfSatisfying(IdempotencyException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(400);
                    assertThat(refused).hasMessageContaining("same parameters");
                });
        var options = RequestOptions.builder().setIdempotencyKey("k-1").build();
        assertThatThrownBy(() -> shop.client().v1().checkout().sessions().expire(session.getId(), options))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("same endpoint");
    }

    @Test
    void whatNeverBeganMayComeAgain() throws Exception {
        assertThatThrownBy(() -> shop.sellsUnder("k-1", 49)).isInstanceOf(InvalidRequestException.class);

        assertThat(shop.sellsUnder("k-1", 1500).getStatus()).isEqualTo("open");
    }

    @Test
    void aRefusalOfWhatHadBegunIsKept() throws Exception {
        var session = shop.sells(1500, "eur");
        shop.pays(session, "success");
        var intent = shop.again(session).getPaymentIntent();
        var all = RefundCreateParams.builder().setPaymentIntent(intent).build();
        shop.client().v1().refunds().create(all);
        var options = RequestOptions.builder().setIdempotencyKey("k-1").build();
        assertThatThrownBy(() -> shop.client().v1().refunds().create(all, options))
                .hasMessageContaining("already been refunded");
        var refund = shop.client().v1().refunds().list().getData().get(0);
        shop.control("POST", "/refunds/" + refund.getId() + "/finish", "{\"succeeded\":false}");

        assertThatThrownBy(() -> shop.client().v1().refunds().create(all, options))
                .hasMessageContaining("already been refunded");
        assertThat(shop.client().v1().refunds().create(all).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        var first = shop.sellsUnder("k-1", 1500);
        shop.clock.pass(Duration.ofHours(24));

        assertThat(shop.sellsUnder("k-1", 1500).getId()).isNotEqualTo(first.getId());
    }

    @Test
    void twoAtOnceAreOneTooMany() throws Exception {
        shop.control(
                "PUT", "/faults", "{\"operation\":\"checkout.sessions.create\",\"effect\":\"delay\",\"seconds\":2}");
        var slow = CompletableFuture.supplyAsync(() -> {
            try {
                return shop.sellsUnder("k-1", 1500);
            } catch (StripeException broken) {
                throw new IllegalStateException(broken);
            }
        });
        while (!shop.control("GET", "/faults", "")
                .path("items")
                .path(0)
                .path("hits")
                .asString("0")
                .equals("1")) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> shop.sellsUnder("k-1", 1500)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.getStatusCode()).isEqualTo(409);
            assertThat(refused.getCode()).isEqualTo("idempotency_key_in_use");
        });
        assertThat(shop.sellsUnder("k-2", 1500).getId())
                .isNotEqualTo(slow.join().getId());
    }

    @Test
    void beforeMeansThatNothingHappened() throws Exception {
        fault("checkout.sessions.create", "before", 1);

        assertThatThrownBy(() -> shop.sellsUnder("k-1", 1500)).isInstanceOf(ApiException.class);
        assertThat(sessions()).isZero();
        assertThat(shop.sellsUnder("k-1", 1500).getStatus()).isEqualTo("open");
    }

    @Test
    void afterMeansThatItHappenedAndEvenTheKeySaysOtherwise() throws Exception {
        fault("checkout.sessions.create", "after", 1);

        assertThatThrownBy(() -> shop.sellsUnder("k-1", 1500)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> shop.sellsUnder("k-1", 1500))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        kept -> assertThat(kept.getStatusCode()).isEqualTo(500));
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void resetMeansThatItHappenedAndTheKeyTells() throws Exception {
        // The JDK's own client under Stripe's library sends a call once more by itself when it hears nothing.
        fault("checkout.sessions.create", "reset", 2);

        assertThatThrownBy(() -> shop.sellsUnder("k-1", 1500)).isInstanceOf(ApiConnectionException.class);
        assertThat(shop.sellsUnder("k-1", 1500).getStatus()).isEqualTo("open");
        assertThat(sessions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout.sessions.create", "PostCheckoutSessions", "POST /v1/checkout/sessions", "*"})
    void aFaultNamesItsOperationInAnyOfStripesWords(String operation) throws Exception {
        fault(operation, "throttle", 1);

        assertThatThrownBy(() -> shop.sells(1500, "eur")).isInstanceOf(RateLimitException.class);
        assertThat(shop.sells(1500, "eur").getStatus()).isEqualTo("open");
    }

    @Test
    void takesNoMoreThanStripeDoes() throws Exception {
        var session = shop.sells(1500, "eur");
        for (var i = 0; i < 25; i++) {
            shop.again(session);
        }

        assertThatThrownBy(() -> shop.again(session)).isInstanceOfSatisfying(RateLimitException.class, refused -> {
            assertThat(refused.getStatusCode()).isEqualTo(429);
            assertThat(refused.getCode()).isEqualTo("rate_limit");
        });
        shop.clock.pass(Duration.ofMillis(40));
        assertThat(shop.again(session).getStatus()).isEqualTo("open");
    }
}
