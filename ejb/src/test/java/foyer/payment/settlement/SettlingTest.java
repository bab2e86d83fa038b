package foyer.payment.settlement;

import static foyer.payment.SomePayments.GRACE;
import static foyer.payment.SomePayments.HOLD;
import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Progress;
import foyer.registration.PaymentStatus;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void moneyThatIsThereGivesTheSeat() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.letters()).containsExactly("receipt");
    }

    @Test
    void toldTwiceItIsOneSeatAndOneLetter() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        house.settling.settle(payment.id());
        var before = house.registration(ada);

        house.settling.settle(payment.id());

        assertThat(house.registration(ada)).isEqualTo(before);
        assertThat(house.letters()).containsExactly("receipt");
    }

    @Test
    void whatNobodyPaysInTimeIsClosedAndItsSeatIsFree() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.clock.pass(HOLD);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.checkouts.look(house.payment(payment)).progress()).isEqualTo(Progress.EXPIRED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.EXPIRED);
    }

    @Test
    void anIntentOfWhichNothingIsKnownIsOpenedByTheNextWhoLooks() {
        var house = new SomePayments();
        var intent = house.anIntent(house.aHeldSeat());

        var payment = house.settling.settle(intent.id());

        assertThat(payment.checkout()).isNotNull();
        assertThat(payment.next()).contains(intent.payableUntil());
    }

    @Test
    void anIntentThatNobodyOpenedInTimeLapses() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var intent = house.anIntent(ada);
        house.clock.pass(HOLD.plus(A_MINUTE));

        house.settling.settle(intent.id());

        assertThat(house.payment(intent).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.EXPIRED);
    }

    @Test
    void moneyThatIsLateGetsASeatThatIsLeft() {
        var house = new SomePayments(Map.of("capacity", 1L));
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        expire(house, ada);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).credentials().link()).isPresent();
    }

    @Test
    void moneyThatIsLateGoesBackWhereNoSeatIsLeft() {
        var house = new SomePayments(Map.of("capacity", 1L));
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        expire(house, ada);
        house.aHeldSeat();

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
        assertThat(house.letters()).containsExactly("paymentLate");
    }

    @Test
    void ofTwoPaymentsForASeatOneGoesBack() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var first = house.anOpenPayment(ada);
        var second = house.anOpenPayment(ada);
        house.checkouts.pay(first);
        house.checkouts.pay(second);

        house.settling.settle(second.id());
        house.settling.settle(first.id());

        assertThat(house.payment(second).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.payment(first).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.checkouts.held()).isEqualTo(1200);
        assertThat(house.letters()).containsExactly("receipt", "paymentTwice");
    }

    @Test
    void anotherSumGivesNoAccessAndCallsAPerson() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment, new Money(1100, TWELVE.currency()));

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.MISMATCHED);
        assertThat(house.payment(payment).needs()).containsExactly(Need.MISMATCH);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.HELD);
        assertThat(house.letters()).containsExactly("paymentAlert");
    }

    @Test
    void aSeatIsKeptForMoneyThatTakesItsTime() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.payLater(payment);
        house.settling.settle(payment.id());
        house.clock.pass(Duration.ofDays(3));
        house.settling.settle(payment.id());
        assertThat(house.registration(ada).stateAt(house.clock.instant())).isEqualTo(RegistrationState.HELD);

        house.checkouts.fail(payment);
        house.settling.settle(payment.id());

        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.EXPIRED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.FAILED);
        assertThat(house.letters()).containsExactly("paymentFailed");
    }

    @Test
    void moneyThatComesWhenTheEventIsOverGoesBack() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.payLater(payment);
        house.settling.settle(payment.id());
        house.clock.pass(Duration.ofDays(3));
        house.checkouts.pay(payment);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.EXPIRED);
        assertThat(house.checkouts.held()).isZero();
        assertThat(house.letters()).containsExactly("paymentLate");
    }

    @Test
    void aCancelledEventGivesTheMoneyBackAndEndsTheRight() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        var cancelled = SomeEvents.cancelled(house.event);
        house.events.replace(house.event, cancelled);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
        assertThat(house.letters()).containsExactly("receipt", "refunded");
    }

    @Test
    void whatIsGivenBackAtTheProviderEndsTheRightToo() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        house.checkouts.refundThere(payment, 1200);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void aPartThatIsGivenBackLeavesTheSeat() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        house.checkouts.refundThere(payment, 500);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).fee().refunded()).isEqualTo(500);
    }

    @Test
    void aRefundThatTheBankDidNotTakeIsWorkForAPerson() {
        var house = new SomePayments();
        var payment = paid(house, house.aHeldSeat());
        house.checkouts.refundThere(payment, 1200);
        house.settling.settle(payment.id());

        house.checkouts.failRefund(payment, 1200);
        house.settling.settle(payment.id());

        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUND_FAILED);
        assertThat(house.letters()).containsExactly("receipt", "refunded", "paymentAlert");
    }

    private static Payment paid(SomePayments house, foyer.registration.Registration seat) {
        var payment = house.anOpenPayment(seat);
        house.checkouts.pay(payment);
        return house.settling.settle(payment.id());
    }

    /** As the timer does that frees seats. */
    private static void expire(SomePayments house, foyer.registration.Registration seat) {
        house.clock.pass(HOLD.plus(GRACE).plus(A_MINUTE));
        var held = house.registration(seat);
        house.registrations.replace(held, held.expire(house.clock.instant()));
    }
}
