package foyer.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.provider.CheckoutsInMemory.Failure;
import foyer.payment.provider.KeySpent;
import foyer.registration.Registration;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider closes no checkout, as one in which a card is being confirmed; here there is one seat, and its hold is over. */
class UnclosableCheckoutTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SomePayments house = new SomePayments(Map.of("capacity", 1L));
    private final Provider provider = new Provider();
    private final Registration ada = house.aHeldSeat();

    private final class Provider extends CheckoutsInMemory {
        private boolean busy = true;

        Provider() {
            super(house.clock);
        }

        @Override
        public synchronized void close(Payment payment) {
            if (busy) {
                throw new CheckoutRefused("A card is being confirmed.", new IllegalArgumentException());
            }
            super.close(payment);
        }
    }

    private Payment payment;

    @BeforeEach
    void theSeatIsNotKeptAnyLonger() {
        house.asks(provider);
        payment = house.anOpenPayment(ada);
        var held = house.registration(ada);
        house.registrations.replace(held, held.lapse(false, house.clock.instant()));
    }

    @Test
    void whatCannotBeClosedAtThisMomentIsClosedALittleLater() {
        var refused = house.settling.settle(payment.id());
        assertThat(refused.needs()).isEmpty();
        assertThat(refused.next()).contains(house.clock.instant().plus(SOON));
        provider.busy = false;
        house.clock.pass(SOON);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.letters()).isEmpty();
    }

    @Test
    void whoLooksEachSecondCallsNobodyTheSooner() {
        for (var second = 0; second < 299; second++) {
            house.settling.settle(payment.id());
            house.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(house.payment(payment).needs()).isEmpty();
        provider.busy = false;

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.letters()).isEmpty();
    }

    @Test
    void aClockThatIsAheadCallsNobodyTheSooner() {
        house.settling.settle(payment.id());
        house.clock.pass(Duration.ofMinutes(10));

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.alerts).hasValue(0);
    }

    @Test
    void forOneThatCannotBeClosedForMinutesAPersonIsCalled() {
        aPersonIsCalled();

        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUSED);
        assertThat(house.letters()).containsExactly("paymentAlert");
    }

    @Test
    void whoLooksAfterwardsTriesOnceMoreAndCallsNobody() {
        aPersonIsCalled();
        var keys = house.payment(payment).tries();
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUSED);
        assertThat(house.payment(payment).tries())
                .as("asks by another key each time")
                .isEqualTo(keys + 1);
        assertThat(house.payment(payment).next()).isEmpty();
        provider.busy = false;

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.letters()).containsExactly("paymentAlert");
        assertThat(house.alerts).hasValue(1);
    }

    @Test
    void itsMoneyGoesBackWhereTheSeatIsAnothersThoughTheFirstRefundFails() {
        aPersonIsCalled();
        house.aHeldSeat();
        provider.pay(payment);
        provider.failNext(Failure.NOT_DONE);
        assertThatThrownBy(() -> house.settling.settle(payment.id())).isInstanceOf(KeySpent.class);
        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.payment(payment).next()).as("it stays due").isPresent();

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(provider.held()).isZero();
        assertThat(house.letters()).containsExactly("paymentAlert", "paymentLate");
    }

    private void aPersonIsCalled() {
        for (var round = 0; round < 30; round++) {
            house.settling.settle(payment.id());
            house.clock.pass(SOON);
        }
        assertThatThrownBy(() -> house.settling.settle(payment.id())).isInstanceOf(CheckoutRefused.class);
    }
}
