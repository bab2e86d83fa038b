package foyer.payment;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.payment.Payment.Need;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisputedPaymentTest {
    @Test
    void whereTheEventSaysSoTheSeatEndsWithTheDispute() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);

        disputed(house, payment, Dispute.OPEN);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
    }

    @Test
    void aSeatThatEndedStaysEndedWhenTheDisputeIsWon() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        disputed(house, payment, Dispute.OPEN);

        disputed(house, payment, Dispute.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.payment(payment).needs()).as("the money is kept").containsExactly(Need.DISPUTE);
    }

    @Test
    void itStaysOnTheListUntilAPersonGivesTheMoneyBack() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
        disputed(house, payment, Dispute.OPEN);
        disputed(house, payment, Dispute.WON);

        house.refund(payment.id(), Optional.empty());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void whereTheEventIsCalledOffMeanwhileItGoesBackByItself() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
        disputed(house, payment, Dispute.OPEN);
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        disputed(house, payment, Dispute.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void aRefundThatFailedIsNotForgottenForADisputeThatIsWon() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
        house.refund(payment.id(), Optional.empty());
        house.checkouts.failRefund(payment, 1200);
        house.settling.settle(payment.id());
        disputed(house, payment, Dispute.OPEN);
        assertThat(house.payment(payment).needs()).containsExactlyInAnyOrder(Need.REFUND_FAILED, Need.DISPUTE);

        disputed(house, payment, Dispute.WON);

        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUND_FAILED);
    }

    @Test
    void norIsAnotherSum() {
        var house = selling("keep");
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment, new Money(700, TWELVE.currency()));
        house.settling.settle(payment.id());
        disputed(house, payment, Dispute.OPEN);
        disputed(house, payment, Dispute.WON);
        assertThat(house.payment(payment).needs()).containsExactly(Need.MISMATCH);

        house.refund(payment.id(), Optional.of(500L));

        assertThat(house.payment(payment).needs()).as("200 are kept").containsExactly(Need.MISMATCH);
    }

    /** Some ways to pay allow a second one after the first was won. */
    @Test
    void oneMoreAfterOneWasWonIsADisputeLikeTheFirst() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        house.checkouts.dispute(payment, Dispute.WON);
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);

        disputed(house, payment, Dispute.OPEN_AGAIN);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
        assertThat(house.details("paymentAlert"))
                .extracting(details -> String.valueOf(details.get("reason")))
                .contains("the payer disputes it at their bank once more");
        assertThat(house.payment(payment).seen().ordered())
                .as("the bank holds it")
                .isZero();
    }

    @Test
    void whereTheSeatIsKeptItSaysSoAgainUntilThatOneIsWonToo() {
        var house = selling("keep");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        disputed(house, payment, Dispute.OPEN);
        disputed(house, payment, Dispute.WON);

        disputed(house, payment, Dispute.OPEN_AGAIN);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);

        disputed(house, payment, Dispute.WON_AGAIN);
        assertThat(house.registration(ada).fee().disputed()).isFalse();
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void anAlertSaysWhatItIsAboutInWords() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
        disputed(house, payment, Dispute.OPEN);
        disputed(house, payment, Dispute.WON);

        assertThat(house.details("paymentAlert"))
                .extracting(details -> String.valueOf(details.get("reason")))
                .containsExactly("the payer disputes it at their bank", "a dispute was won, and nothing is left to do");
    }

    @Test
    void elsewhereTheSeatIsKeptAndSaysThatItIsDisputed() {
        var house = selling("keep");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);

        disputed(house, payment, Dispute.OPEN);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
        disputed(house, payment, Dispute.WON);
        assertThat(house.registration(ada).fee().disputed()).isFalse();
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void aPersonIsCalledForEachEitherWay() {
        for (var policy : new String[] {"revoke", "keep"}) {
            var house = selling(policy);
            var payment = paid(house, house.aHeldSeat());

            disputed(house, payment, Dispute.OPEN);

            assertThat(house.payment(payment).needs()).as(policy).containsExactly(Need.DISPUTE);
            assertThat(house.letters()).as(policy).containsOnlyOnce("paymentAlert");
        }
    }

    @Test
    void whatTheBankHoldsIsNotSentBackAsWell() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());

        disputed(house, payment, Dispute.LOST);

        assertThat(house.payment(payment).seen().ordered()).isZero();
    }

    private static SomePayments selling(String onDispute) {
        return new SomePayments(
                Map.of("paymentConfig", Map.of("price", 1200L, "currency", "EUR", "onDispute", onDispute)));
    }

    private static Payment paid(SomePayments house, Registration seat) {
        var payment = house.anOpenPayment(seat);
        house.checkouts.pay(payment);
        return house.settling.settle(payment.id());
    }

    private static void disputed(SomePayments house, Payment payment, Dispute dispute) {
        house.checkouts.dispute(payment, dispute);
        house.settling.settle(payment.id());
    }
}
