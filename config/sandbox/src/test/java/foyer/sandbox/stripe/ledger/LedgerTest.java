package foyer.sandbox.stripe.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.sandbox.HandClock;
import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.Fault;
import foyer.sandbox.stripe.book.Ids;
import foyer.sandbox.stripe.checkout.Outcome.Step;
import foyer.sandbox.stripe.payment.Billing;
import foyer.sandbox.stripe.payment.TestCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The core alone, on a virtual clock, as simulations drive it. */
class LedgerTest {
    private static final Instant START = Instant.parse("2030-05-01T10:00:00Z");
    private static final Billing SHOPPER = new Billing("a@example.com", "A", "DE");
    private static final Map<String, ?> WISH = Map.of(
            "mode", "payment",
            "success_url", "https://foyer.example/",
            "client_reference_id", "r-1",
            "line_items",
                    List.of(Map.of(
                            "quantity",
                            1,
                            "price_data",
                            Map.of("currency", "eur", "unit_amount", 1500, "product_data", Map.of("name", "A seat")))));

    private final HandClock clock = new HandClock(START);

    private Ledger ledger(long seed) {
        return new Ledger(
                new Terms("acct_sandbox", "https://pay.example/", 0, clock::pass),
                clock,
                new Ids(new SplittableRandom(seed)));
    }

    private static Reply sell(Ledger ledger, String key) throws InterruptedException {
        return ledger.answer(Call.post("/v1/checkout/sessions", WISH, key));
    }

    @Test
    void theSameSeedTellsTheSameStory() throws Exception {
        assertThat(story(ledger(7))).isEqualTo(story(ledger(7))).isNotEqualTo(story(ledger(8)));
    }

    private static Map<String, Object> story(Ledger ledger) throws InterruptedException {
        var session = sell(ledger, "k-1").body().id();
        ledger.outside().pay(session, TestCard.DECLINED, SHOPPER);
        ledger.outside().pay(session, TestCard.SUCCESS, SHOPPER);
        return ledger.outside().everything();
    }

    @Test
    void faultsWorkHereToo() throws Exception {
        var ledger = ledger(1);
        ledger.faults().put(new Fault("checkout.sessions.create", Effect.BEFORE, 1, Duration.ZERO));
        assertThat(sell(ledger, "k-1").status()).isEqualTo(500);
        assertThat(ledger.outside().everything().trees("checkout.session")).isEmpty();

        ledger.faults().put(new Fault("checkout.sessions.create", Effect.RESET, 1, Duration.ZERO));
        assertThat(sell(ledger, "k-1").isLost()).isTrue();
        assertThat(ledger.outside().everything().trees("checkout.session")).hasSize(1);
        assertThat(sell(ledger, "k-1").isReplayed()).isTrue();
    }

    @Test
    void aDelayMovesTheVirtualClock() throws Exception {
        var ledger = ledger(1);
        ledger.faults().put(new Fault("*", Effect.DELAY, 1, Duration.ofMinutes(3)));

        assertThat(sell(ledger, "k-1").isOk()).isTrue();
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void whatItHandsOutIsACopy() throws Exception {
        var ledger = ledger(1);
        var reply = sell(ledger, "k-1");
        reply.body().with("status", "forged").tree("metadata").with("forged", "yes");

        var again =
                ledger.answer(Call.get("/v1/checkout/sessions/" + reply.body().id(), Map.of()));
        assertThat(again.body().text("status")).isEqualTo("open");
        assertThat(again.body().tree("metadata")).isEmpty();
    }

    /** A hundred thousand histories are to be played in minutes: this leaves them most of the time for themselves. */
    @Test
    void playsThousandsOfHistoriesInSeconds() throws Exception {
        var began = System.nanoTime();
        for (var seed = 0; seed < 2_000; seed++) {
            var ledger = ledger(seed);
            var session = sell(ledger, "k-1").body().id();
            assertThat(ledger.outside().pay(session, TestCard.SUCCESS, SHOPPER).step())
                    .isEqualTo(Step.PAID);
            var expanded = Map.of("expand", List.of("payment_intent.latest_charge"));
            var reply = ledger.answer(Call.get("/v1/checkout/sessions/" + session, expanded));
            var intent = reply.body().tree("payment_intent").id();
            assertThat(ledger.answer(Call.post("/v1/refunds", Map.of("payment_intent", intent), "k-2"))
                            .isOk())
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }
}
