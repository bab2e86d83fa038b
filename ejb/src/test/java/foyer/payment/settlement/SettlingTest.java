package foyer.payment.settlement;

import static foyer.payment.SomePayments.HOLD;
import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Progress;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.session.SessionId;
import foyer.session.Standing;
import foyer.shared.Money;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final SomePayments house = new SomePayments();
    private final Registration ada = house.aHeldSeat();

    @Test
    void moneyThatIsThereGivesTheSeat() {
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.letters()).containsExactly("receipt");
    }

    @Test
    void whatTheOrganizerHasToAgreeToIsNoSeatByItsReceipt() {
        var choosy = new SomePayments(Map.of("registrationConfig", Map.of("approval", true)));

        house.aPaidOne(ada);
        choosy.aPaidOne(choosy.aHeldSeat());

        assertThat(house.details("receipt"))
                .singleElement()
                .satisfies(
                        receipt -> assertThat(receipt.containsKey("approval")).isFalse());
        assertThat(choosy.details("receipt"))
                .singleElement()
                .satisfies(
                        receipt -> assertThat(receipt.containsKey("approval")).isTrue());
    }

    @Test
    void toldTwiceItIsOneSeatAndOneLetter() {
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
        var payment = house.anOpenPayment(ada);
        house.clock.pass(HOLD);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.checkouts.look(house.payment(payment)).progress()).isEqualTo(Progress.EXPIRED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.EXPIRED);
    }

    @Test
    void anIntentOfWhichNothingIsKnownIsOpenedByTheNextWhoLooks() {
        var intent = house.anIntent(ada);

        var payment = house.settling.settle(intent.id());

        assertThat(payment.checkout()).isNotNull();
        assertThat(payment.next()).contains(intent.payableUntil());
    }

    @Test
    void anIntentThatNobodyOpenedInTimeLapses() {
        var intent = house.anIntent(ada);
        house.clock.pass(HOLD.plus(A_MINUTE));

        house.settling.settle(intent.id());

        assertThat(house.payment(intent).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.EXPIRED);
    }

    @Test
    void ofTwoPaymentsForASeatOneGoesBack() {
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
        var payment = house.aPaidOne(ada);
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
        var payment = house.aPaidOne(ada);
        house.checkouts.refundThere(payment, 1200);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void sessionsEndWithTheMoney() {
        var payment = house.aPaidOne(ada);
        var screen = aScreen();
        house.checkouts.refundThere(payment, 1200);

        house.settling.settle(payment.id());

        assertThat(house.node.standings().of(screen)).isEqualTo(Standing.REVOKED);
    }

    @Test
    void theRightEndsBeforeTheMoneyGoes() {
        var payment = house.aPaidOne(ada);
        var screen = aScreen();
        house.events.replace(house.event, SomeEvents.cancelled(house.event));
        house.node.sessions.fallSilent(true);

        assertThatThrownBy(() -> house.settling.settle(payment.id())).isInstanceOf(Unavailable.class);

        assertThat(house.checkouts.held()).isEqualTo(1200);
        assertThat(house.payment(payment).next()).as("it stays due").isPresent();
        house.node.sessions.fallSilent(false);
        house.settling.settle(payment.id());
        assertThat(house.node.standings().of(screen)).isEqualTo(Standing.REVOKED);
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void aPartThatIsGivenBackLeavesTheSeat() {
        var payment = house.aPaidOne(ada);
        var screen = aScreen();
        house.checkouts.refundThere(payment, 500);

        house.settling.settle(payment.id());

        assertThat(house.node.standings().of(screen)).isEqualTo(Standing.LIVE);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).fee().refunded()).isEqualTo(500);
    }

    @Test
    void aRefundThatTheBankDidNotTakeIsWorkForAPerson() {
        var payment = house.aPaidOne(ada);
        house.checkouts.refundThere(payment, 1200);
        house.settling.settle(payment.id());

        house.checkouts.failRefund(payment, 1200);
        house.settling.settle(payment.id());

        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUND_FAILED);
        assertThat(house.letters()).containsExactly("receipt", "refunded", "paymentAlert");
    }

    private SessionId aScreen() {
        var seated = house.registration(ada);
        return house.node
                .opening
                .forRegistration(house.event, seated.id().value(), seated.version(), 1)
                .session()
                .id();
    }
}
