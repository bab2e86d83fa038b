package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomeSales;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Progress;
import foyer.payment.provider.KeySpent;
import foyer.payment.provider.StillInLine;
import foyer.registration.RegistrationState;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Stripe does of a call, and whatever it says of it: what is settled in the end is right. */
class StripeTroubleIT {
    private static final String OPEN = "checkout.sessions.create";
    private static final String LOOK = "checkout.sessions.retrieve";
    private static final String CLOSE = "checkout.sessions.expire";
    private static final String REFUND = "refunds.create";
    /** So long that nothing takes it that is not delayed on purpose. */
    private static final String TIMEOUT = "4s";

    private static final double LONGER_THAN_THAT = 4.5;

    private final SettableClock clock = new SettableClock();
    private final StripeHouse house = new StripeHouse(clock, Map.of("timeout", TIMEOUT));
    private final SomeSales sale = new SomeSales(itsClock -> house.checkouts);

    @AfterEach
    void close() {
        house.close();
    }

    private void fails(String operation, String effect) {
        house.fail(operation, effect, 1, LONGER_THAN_THAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "reset", "throttle", "delay"})
    void aSeatIsSoldHoweverOpeningFailed(String effect) {
        fails(OPEN, effect);

        var open = sale.settle();
        house.pay(open);
        sale.settle();

        assertThat(sale.payment().outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(sale.seat()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(sale.letters()).containsExactly("receipt");
        assertThat(paid()).isEqualTo(1200);
    }

    @Test
    void whereStripeTakesNoMoreCallsNowOneIsStillInLine() {
        fails(OPEN, "throttle");

        assertThatThrownBy(sale::settleOnce).isInstanceOf(StillInLine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "reset", "throttle", "delay"})
    void moneyIsFoundHoweverLookingFailed(String effect) {
        house.pay(sale.settle());
        fails(LOOK, effect);
        sale.settle();

        assertThat(sale.payment().outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(sale.letters()).containsExactly("receipt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "reset", "throttle", "delay"})
    void nobodyPaysAfterTheHoldHoweverClosingFailed(String effect) {
        var open = sale.settle();
        fails(CLOSE, effect);
        sale.holdEnds();
        clock.pass(Duration.ofMinutes(30));
        sale.settle();

        assertThat(sale.payment().outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.checkouts.look(open).progress()).isEqualTo(Progress.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "reset", "throttle", "delay"})
    void moneyGoesBackOnceHoweverTheRefundFailed(String effect) {
        house.pay(sale.settle());
        sale.settle();
        sale.cancelTheEvent();
        fails(REFUND, effect);
        sale.settle();

        assertThat(sale.payment().outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.all("refund")).hasSize(1);
        assertThat(refunded()).isEqualTo(1200);
        assertThat(sale.letters()).containsExactly("receipt", "refunded");
    }

    @Test
    void nothingIsDecidedAboutWhatCannotBeLookedAt() {
        house.pay(sale.settle());
        fails(LOOK, "before");

        assertThatThrownBy(sale::settleOnce).isInstanceOf(Unavailable.class);
        assertThat(sale.payment().outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgain() {
        fails(OPEN, "reset");
        assertThatThrownBy(sale::settleOnce).isInstanceOf(Unavailable.class);

        sale.settleOnce();

        assertThat(house.all("checkout.session")).hasSize(1);
        assertThat(sale.payment().tries()).isZero();
    }

    @Test
    void afterAFailureThatStripeKeepsThereIsAnotherKey() {
        fails(OPEN, "after");
        assertThatThrownBy(sale::settleOnce).isInstanceOf(KeySpent.class);

        sale.settleOnce();

        assertThat(sale.payment().tries()).isEqualTo(1);
        assertThat(sale.payment().seen().progress()).isEqualTo(Progress.OPEN);
    }

    @Test
    void whoStoodInLineForMinutesCanPayAllTheSame() {
        clock.pass(Duration.ofMinutes(20));
        assertThatThrownBy(sale::settleOnce).isInstanceOf(KeySpent.class);

        house.pay(sale.settle());
        sale.settle();

        assertThat(sale.payment().outcome()).isEqualTo(Outcome.GRANTED);
    }

    private long paid() {
        return total("paid");
    }

    private long refunded() {
        return total("refunded");
    }

    private long total(String what) {
        return house.ledger().get("totals") instanceof Map<?, ?> totals
                        && totals.get("eur") instanceof Map<?, ?> euros
                        && euros.get(what) instanceof Long sum
                ? sum
                : 0;
    }
}
