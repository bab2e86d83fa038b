package foyer.payment.refund;

import static foyer.payment.refund.SomeDisputes.disputed;
import static foyer.payment.refund.SomeDisputes.selling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.shared.Alongside;
import foyer.shared.WrongState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a payment of which a bank took all, or a part, for good. */
class LostDisputeTest {
    @Test
    void whereTheSeatEndedALossIsToldOfAndNeedsNobody() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);

        disputed(house, payment, Disputes.losing(1200));

        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.payment(payment).keptForNothing()).isZero();
        assertThat(house.alerts).hasValue(2);
        assertThat(house.details("paymentAlert"))
                .extracting(details -> String.valueOf(details.get("reason")))
                .contains("a dispute was lost, the bank took the money, and nothing is left to do");
    }

    @Test
    void whoeverEndsTheSeatIsDoneWithALoss() {
        var house = selling("keep");
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);
        disputed(house, payment, Disputes.losing(1200));
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);

        var seat = house.registration(ada);
        house.registrations.replace(seat, seat.cancel(house.clock.instant()));
        house.settling.settle(payment.id());

        var after = house.payment(payment);
        assertThat(after.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(after.needs()).isEmpty();
        assertThat(after.wanted()).as("the bank has sent it").isZero();
        assertThat(house.letters()).doesNotContain("refunded");
    }

    @Test
    void whoseMoneyTheBankTookBeforeWeSentItIsToldThatTheSeatEnded() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        var ordered = payment.changed(house.clock.instant()).wanted(1200).done();
        house.payments.replace(payment, ordered, Alongside.nothing());

        disputed(house, ordered, Disputes.losing(1200));

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.letters()).contains("paymentDisputed").doesNotContain("refunded");
    }

    @Test
    void whatTheBankTookNeedsNobodyWhereTheEventIsCalledOff() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.losing(1200));

        house.events.replace(house.event, SomeEvents.cancelled(house.event));
        house.settling.settle(payment.id());

        var after = house.payment(payment);
        assertThat(after.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(after.needs()).isEmpty();
        assertThat(Returns.NONE.with(after, true).due()).isZero();
    }

    @Test
    void aRefundThatFailedIsMadeUpForByTheBankThatTookTheMoney() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        house.refund(payment.id(), Optional.empty());
        house.checkouts.failRefund(payment, 1200);
        house.settling.settle(payment.id());

        disputed(house, payment, Disputes.losing(1200));

        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.payment(payment).refundable()).isZero();
    }

    @Test
    void nobodyOrdersBackWhatTheBankTookNorTheRestOfIt() {
        for (var taken : new long[] {1200, 500}) {
            var house = selling("keep");
            var payment = house.aPaidOne(house.aHeldSeat());
            disputed(house, payment, Disputes.losing(taken));

            assertThatThrownBy(() -> house.refund(payment.id(), Optional.empty()))
                    .as("the provider sends none of it")
                    .isInstanceOf(WrongState.class);
        }
    }

    @Test
    void ofALossOfAPartAPersonDecidesThoughTheSeatHasEnded() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);

        disputed(house, payment, Disputes.losing(500));

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.payment(payment).needs()).as("700 are ours").containsExactly(Need.DISPUTE);
        assertThat(house.details("paymentAlert"))
                .extracting(details -> String.valueOf(details.get("reason")))
                .contains(
                        "a dispute was lost, the bank took a part of the money, and the provider sends none of the rest");
    }

    @Test
    void soItIsWhereTheBankDidNotSayHowMuchInTheCurrencyOfThePrice() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());

        disputed(house, payment, Disputes.losing(0));

        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
    }

    @Test
    void aLossOfWhatARefundHadLeftIsOneOfAll() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());
        house.refund(payment.id(), Optional.of(700L));

        disputed(house, payment, Disputes.losing(500));

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void theRestOfALossIsOnTheListAgainWhereTheEventIsCalledOffAfterItWasWrittenOff() {
        var house = selling("keep");
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.losing(500));
        var listed = house.payment(payment);
        house.payments.replace(listed, listed.writtenOff(house.clock.instant()), Alongside.nothing());

        house.events.replace(house.event, SomeEvents.cancelled(house.event));
        house.settling.settle(payment.id());

        var after = house.payment(payment);
        assertThat(after.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(after.needs()).containsExactly(Need.DISPUTE);
        assertThat(after.wanted()).as("the provider refuses it").isZero();
        assertThat(Returns.NONE.with(after, true).needPerson()).isEqualTo(1);
        assertThat(house.letters()).doesNotContain("refunded");
    }

    @Test
    void nobodyIsToldThatMoneyGoesBackWhichABankHadTakenBeforeItWasSeen() {
        var house = selling("keep");
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment);
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        disputed(house, payment, Disputes.losing(1200));

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(house.payment(payment).wanted()).isZero();
        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.letters()).doesNotContain("refunded");
    }

    @Test
    void whatTheBankHoldsIsNotSentBackAsWell() {
        var house = selling("revoke");
        var payment = house.aPaidOne(house.aHeldSeat());

        disputed(house, payment, Disputes.losing(1200));

        assertThat(house.payment(payment).seen().ordered()).isZero();
    }
}
