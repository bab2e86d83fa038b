package foyer.payment.refund;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.WrongState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisputedPaymentTest {
    private static final Disputes OPEN_AGAIN = Disputes.WON.and(Disputes.OPEN);
    private static final Disputes WON_AGAIN = Disputes.WON.and(Disputes.WON);

    @Test
    void whereTheEventSaysSoTheSeatEndsWithTheDispute() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);

        disputed(house, payment, Disputes.OPEN);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
    }

    @Test
    void aSeatThatEndedStaysEndedWhenTheDisputeIsWon() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        disputed(house, payment, Disputes.OPEN);

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.payment(payment).needs()).as("the money is kept").containsExactly(Need.DISPUTE);
    }

    @Test
    void itStaysOnTheListUntilAPersonGivesTheMoneyBack() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.WON);

        house.refund(payment.id(), Optional.empty());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void whereTheEventIsCalledOffMeanwhileItGoesBackByItself() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
        disputed(house, payment, Disputes.OPEN);
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void aSeatWhoseMoneyWentBackOnceTheDisputeWasWonIsDisputedNoMore() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        disputed(house, payment, Disputes.OPEN);
        house.refund(ada.id(), Optional.empty());
        assertThat(house.registration(ada).fee().disputed()).isTrue();

        disputed(house, payment, Disputes.WON);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).fee().disputed()).isFalse();
    }

    @Test
    void aRefundThatFailedIsNotForgottenForADisputeThatIsWon() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
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

    /** Some ways to pay allow a second one after the first was won. */
    @Test
    void oneMoreAfterOneWasWonIsADisputeLikeTheFirst() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        house.checkouts.dispute(payment, Disputes.WON);
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);

        disputed(house, payment, OPEN_AGAIN);

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
        disputed(house, payment, Disputes.OPEN);
        disputed(house, payment, Disputes.WON);

        disputed(house, payment, OPEN_AGAIN);
        assertThat(house.registration(ada).fee().disputed()).isTrue();
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);

        disputed(house, payment, WON_AGAIN);
        assertThat(house.registration(ada).fee().disputed()).isFalse();
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    /** However many there are, each is told of, and each that is open has the same meaning as the first. */
    @Test
    void aThirdAndAFourthAreToldFromTheSecond() {
        var house = selling("keep");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        var won = Disputes.NONE;
        for (var number = 1; number <= 4; number++) {
            disputed(house, payment, won.and(Disputes.OPEN));
            assertThat(house.registration(ada).fee().disputed()).isTrue();
            assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
            assertThat(house.alerts).hasValue(2 * number - 1);

            won = won.and(Disputes.WON);
            disputed(house, payment, won);
            assertThat(house.registration(ada).fee().disputed()).isFalse();
            assertThat(house.payment(payment).needs()).isEmpty();
            assertThat(house.alerts).hasValue(2 * number);
        }
    }

    @Test
    void aThirdEndsTheSeatWhereTheEventSaysSo() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = paid(house, ada);
        house.checkouts.dispute(payment, WON_AGAIN);
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);

        disputed(house, payment, WON_AGAIN.and(Disputes.OPEN));

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void oneThatWasLostStandsWhateverBecomesOfTheNext() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
        disputed(house, payment, Disputes.losing(1200));
        disputed(house, payment, Disputes.losing(1200).and(Disputes.OPEN));
        disputed(house, payment, Disputes.losing(1200).and(Disputes.WON));

        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
        assertThat(house.alerts).hasValue(3);
    }

    @Test
    void whereTheSeatEndedALossIsToldOfAndNeedsNobody() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
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
        var payment = paid(house, ada);
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
    void whatTheBankTookNeedsNobodyWhereTheEventIsCalledOff() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
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
        var payment = paid(house, house.aHeldSeat());
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
            var payment = paid(house, house.aHeldSeat());
            disputed(house, payment, Disputes.losing(taken));

            assertThatThrownBy(() -> house.refund(payment.id(), Optional.empty()))
                    .as("the provider sends none of it")
                    .isInstanceOf(WrongState.class);
        }
    }

    @Test
    void ofALossOfAPartAPersonDecidesThoughTheSeatHasEnded() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
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
        var payment = paid(house, house.aHeldSeat());

        disputed(house, payment, Disputes.losing(0));

        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
    }

    @Test
    void aLossOfWhatARefundHadLeftIsOneOfAll() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());
        house.refund(payment.id(), Optional.of(700L));

        disputed(house, payment, Disputes.losing(500));

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void theRestOfALossIsOnTheListAgainWhereTheEventIsCalledOffAfterItWasWrittenOff() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
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
    void anAlertSaysWhatItIsAboutInWords() {
        var house = selling("keep");
        var payment = paid(house, house.aHeldSeat());
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
        var payment = paid(house, ada);

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
            var payment = paid(house, house.aHeldSeat());

            disputed(house, payment, Disputes.OPEN);

            assertThat(house.payment(payment).needs()).as(policy).containsExactly(Need.DISPUTE);
            assertThat(house.letters()).as(policy).containsOnlyOnce("paymentAlert");
        }
    }

    @Test
    void whatTheBankHoldsIsNotSentBackAsWell() {
        var house = selling("revoke");
        var payment = paid(house, house.aHeldSeat());

        disputed(house, payment, Disputes.losing(1200));

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

    private static void disputed(SomePayments house, Payment payment, Disputes dispute) {
        house.checkouts.dispute(payment, dispute);
        house.settling.settle(payment.id());
    }
}
