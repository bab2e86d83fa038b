package foyer.payment.refund;

import static foyer.payment.SomePayments.TWELVE;
import static foyer.payment.refund.SomeDisputes.disputed;
import static foyer.payment.refund.SomeDisputes.selling;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.registration.PaymentStatus;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisputedPaymentTest {
    @Test
    void whereTheEventSaysSoTheSeatEndsWithTheDispute() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);

        disputed(house, payment, Disputes.OPEN);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
    }

    @Test
    void whoseSeatEndsWithADisputeIsToldSoOnce() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());

        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.losing(1200));

        assertThat(house.details("paymentDisputed"))
                .extracting(details -> String.valueOf(details.get("amount")))
                .containsExactly("1200 EUR");
    }

    @Test
    void whereTheSeatIsKeptNothingIsToldOfADispute() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());

        disputed(house, payment, Disputes.OPEN);

        assertThat(house.letters()).doesNotContain("paymentDisputed");
    }

    @Test
    void aSeatThatEndedStaysEndedWhenTheDisputeIsWon() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);
        disputed(house, payment, Disputes.OPEN);

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.payment(payment).needs()).as("the money is kept").containsExactly(Need.DISPUTE);
    }

    @Test
    void itStaysOnTheListUntilAPersonGivesTheMoneyBack() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.WON);

        house.refund(payment.id(), Optional.empty());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.letters()).containsOnlyOnce("refunded");
    }

    @Test
    void ofAPartThatIsSentThereOnceItIsWonThePayerIsTold() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.WON);

        house.checkouts.refundThere(payment, 300);
        house.settling.settle(payment.id());

        assertThat(house.payment(payment).needs()).as("the rest is kept").containsExactly(Need.DISPUTE);
        assertThat(house.details("refunded"))
                .extracting(details -> String.valueOf(details.get("amount")))
                .containsExactly("300 EUR");
    }

    @Test
    void whereTheEventIsCalledOffMeanwhileItGoesBackByItself() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.letters()).containsOnlyOnce("refunded");
    }

    @Test
    void ofWhatTheBankHoldsNothingIsToldToGoBackUntilItDoes() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        house.events.replace(house.event, SomeEvents.cancelled(house.event));
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.letters()).doesNotContain("refunded");

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.letters()).containsOnlyOnce("refunded");
    }

    @Test
    void aSeatWhoseMoneyWentBackOnceTheDisputeWasWonIsDisputedNoMore() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);
        disputed(house, payment, Disputes.OPEN);
        house.refund(ada.id(), Optional.empty());
        assertThat(house.registration(ada).fee().disputed()).isTrue();
        assertThat(house.letters()).as("of the seat's end").contains("paymentDisputed");

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).fee().disputed()).isFalse();
    }

    @Test
    void aRefundThatFailedIsNotForgottenForADisputeThatIsWon() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        house.refund(payment.id(), Optional.empty());
        house.checkouts.failRefund(payment, 1200);
        house.settling.settle(payment.id());
        disputed(house, payment, Disputes.OPEN);
        assertThat(house.payment(payment).needs()).containsExactlyInAnyOrder(Need.REFUND_FAILED, Need.DISPUTE);

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUND_FAILED);
    }

    @Test
    void norIsAnotherSum() {
        var house = selling("keep");
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment, new Money(700, TWELVE.currency()));
        house.settling.settle(payment.id());
        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.WON);
        assertThat(house.payment(payment).needs()).containsExactly(Need.MISMATCH);

        house.refund(payment.id(), Optional.of(500L));

        assertThat(house.payment(payment).needs()).as("200 are kept").containsExactly(Need.MISMATCH);
    }

    @Test
    void anAlertSaysWhatItIsAboutInWords() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.WON);

        assertThat(house.details("paymentAlert"))
                .extracting(details -> String.valueOf(details.get("reason")))
                .containsExactly("the payer disputes it at their bank", "a dispute was won, and nothing is left to do");
    }

    @Test
    void elsewhereTheSeatIsKeptAndSaysThatItIsDisputed() {
        var house = selling("keep");
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);

        disputed(house, payment, Disputes.OPEN);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
        disputed(house, payment, Disputes.WON);
        assertThat(house.registration(ada).fee().disputed()).isFalse();
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void aPersonIsCalledForEachEitherWay() {
        for (var policy : new String[] {"revoke", "keep"}) {
            var house = selling(policy);
            var payment = house.aPaidOne(house.aHeldSeat());

            disputed(house, payment, Disputes.OPEN);

            assertThat(house.payment(payment).needs()).as(policy).containsExactly(Need.DISPUTE);
            assertThat(house.letters()).as(policy).containsOnlyOnce("paymentAlert");
        }
    }
}
