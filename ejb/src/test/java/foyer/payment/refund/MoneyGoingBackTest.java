package foyer.payment.refund;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.RefundOrder;
import foyer.payment.ledger.Seen.Flaw;
import foyer.payment.voucher.Voucher;
import foyer.registration.RegistrationState;
import foyer.shared.Alongside;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneyGoingBackTest {
    private final SomePayments house = new SomePayments();

    @Test
    void whatWasSentBackAtTheProviderTakesNothingOffWhatIsOrderedHere() {
        var payment = house.aPaidOne(house.aHeldSeat());
        house.checkouts.refundThere(payment, 500);
        house.settling.settle(payment.id());

        order(house, payment, 300);

        assertThat(house.checkouts.held()).isEqualTo(400);
    }

    @Test
    void norDoesWhatIsSentBackThereBetweenTheOrderAndItsSending() {
        var payment = house.aPaidOne(house.aHeldSeat());
        var now = house.clock.instant();
        var order = new RefundOrder("order", 300, SomePayments.OPERATOR, now);
        var before = house.payment(payment);
        house.payments.replace(before, before.refunding(order, now), Alongside.nothing());
        house.checkouts.refundThere(payment, 500);

        house.settling.settle(payment.id());

        assertThat(house.checkouts.held()).isEqualTo(400);
        assertThat(house.payment(payment).wanted()).isEqualTo(800);
    }

    @Test
    void whatWasSentJustBeforeACrashIsNotSentAgainForWhatWasSentThere() {
        var payment = house.aPaidOne(house.aHeldSeat());
        var now = house.clock.instant();
        var order = new RefundOrder("order", 300, SomePayments.OPERATOR, now);
        var before = house.payment(payment);
        house.payments.replace(before, before.refunding(order, now), Alongside.nothing());
        house.checkouts.refund(house.payment(payment), 300);
        house.checkouts.refundThere(payment, 500);

        house.settling.settle(payment.id());

        assertThat(house.checkouts.held()).isEqualTo(400);
    }

    @Test
    void allOfItIsAllThatIsLeftAtTheProvider() {
        var payment = house.aPaidOne(house.aHeldSeat());
        var now = house.clock.instant();
        var order = new RefundOrder("order", 1200, SomePayments.OPERATOR, now);
        var before = house.payment(payment);
        house.payments.replace(before, before.refunding(order, now), Alongside.nothing());
        house.checkouts.refundThere(payment, 500);

        house.settling.settle(payment.id());

        assertThat(house.checkouts.held()).isZero();
        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void aRefundThatFailedIsOrderedAnew() {
        var payment = house.aPaidOne(house.aHeldSeat());
        order(house, payment, 1200);
        house.checkouts.failRefund(payment, 1200);
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).needs()).containsExactly(Need.REFUND_FAILED);

        order(house, payment, 1200);

        assertThat(house.checkouts.held()).isZero();
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void whatWasSentBackBeforeWeLookedGivesNoAccess() {
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        house.checkouts.refundThere(payment, 1200);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void anotherSumThatWentBackAlreadyIsDoneWith() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment, new Money(700, TWELVE.currency()));
        house.checkouts.refundThere(payment, 700);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void ofAnotherSumThatGoesBackItsPayerIsToldInTheCurrencyThatCame() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment, new Money(700, Currency.getInstance("ISK")));
        house.settling.settle(payment.id());
        assertThat(house.letters()).containsExactly("paymentAlert");

        order(house, payment, 700);

        assertThat(house.details("refunded"))
                .extracting(details -> String.valueOf(details.get("amount")))
                .containsExactly("700 ISK");
    }

    @Test
    void ofPlayMoneyThatGoesBackNobodyIsTold() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.flaw(payment, Flaw.WRONG_MODE);
        house.checkouts.pay(payment);
        house.settling.settle(payment.id());

        order(house, payment, 1200);

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.letters()).containsExactly("paymentAlert");
    }

    @Test
    void aPartThatWasSentBackBeforeWeLookedIsKnownToTheRegistration() {
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        house.checkouts.refundThere(payment, 200);

        house.settling.settle(payment.id());

        assertThat(house.registration(ada).fee().refunded()).isEqualTo(200);
        assertThat(house.letters()).containsExactlyInAnyOrder("receipt", "refunded");
    }

    @Test
    void anEventThatTookPlaceAndWasPutAwayGivesNothingBack() {
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);
        house.clock.pass(Duration.ofDays(1));
        house.events.replace(house.event, SomeEvents.archived(house.event, house.clock.instant()));

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.checkouts.held()).isEqualTo(1200);
    }

    @Test
    void anEventThatWasPutAwayBeforeItBeganGivesAllBack() {
        var payment = house.aPaidOne(house.aHeldSeat());
        house.events.replace(house.event, SomeEvents.archived(house.event, house.clock.instant()));

        house.settling.settle(payment.id());

        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void anEventWhoseWayInWasChangedGivesAllBackOnceItIsCalledOff() {
        var payment = house.aPaidOne(house.aHeldSeat());
        var open = SomeEvents.replanned(house.event, "authType", "email");
        house.events.replace(house.event, open);
        house.events.replace(open, SomeEvents.cancelled(open));

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void whoWasNeverApprovedIsGivenAllBackOnceTheEventIsPutAway() {
        var choosy = new SomePayments(Map.of("registrationConfig", Map.of("approval", true)));
        var payment = choosy.aPaidOne(choosy.aHeldSeat());
        choosy.clock.pass(Duration.ofDays(1));
        var over = choosy.event.endsAt().toInstant().plusSeconds(60);
        choosy.events.replace(choosy.event, SomeEvents.archived(choosy.event, over));

        choosy.settling.settle(payment.id());

        assertThat(choosy.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(choosy.checkouts.held()).isZero();
    }

    @Test
    void anEventThatWasCancelledWhileItRanGivesAllBackAlsoOncePutAway() {
        var payment = house.aPaidOne(house.aHeldSeat());
        house.clock.pass(Duration.ofHours(1));
        var cancelled = SomeEvents.cancelledAt(
                house.event, house.event.startsAt().toInstant().plusSeconds(60));
        var away =
                SomeEvents.archived(cancelled, house.event.endsAt().toInstant().plusSeconds(60));
        house.events.replace(house.event, away);

        house.settling.settle(payment.id());

        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void whatTheBankDecidedForUsNeedsNobodyAnyMore() {
        var payment = house.aPaidOne(house.aHeldSeat());
        house.checkouts.dispute(payment, Disputes.OPEN);
        house.settling.settle(payment.id());
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
        house.checkouts.dispute(payment, Disputes.WON);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.letters()).filteredOn("paymentAlert"::equals).hasSize(2);
    }

    @Test
    void whatIsDisputedAndTooLateIsLeftToTheBankAndToAPerson() {
        var small = new SomePayments(Map.of("capacity", 1L));
        var ada = small.aHeldSeat();
        var payment = small.anOpenPayment(ada);
        small.checkouts.pay(payment);
        small.checkouts.dispute(payment, Disputes.OPEN);
        small.clock.pass(Duration.ofHours(1));
        var held = small.registration(ada);
        small.registrations.replace(held, held.expire(small.clock.instant()));
        small.aHeldSeat();

        small.settling.settle(payment.id());

        assertThat(small.payment(payment).outcome()).isEqualTo(Outcome.TOO_LATE);
        assertThat(small.payment(payment).needs()).containsExactly(Need.DISPUTE);
        assertThat(small.letters()).contains("paymentAlert");
    }

    @Test
    void aVoucherIsFreeAgainOnceThePaymentGoesBack() {
        var ada = house.aHeldSeat();
        var payment =
                house.settling.settle(house.anIntent(ada, byVoucher(house)).id());
        house.checkouts.pay(payment);
        house.settling.settle(payment.id());
        assertThat(house.vouchers.uses()).hasSize(1);

        order(house, payment, 600);

        assertThat(house.checkouts.held()).isZero();
        assertThat(house.vouchers.uses()).isEmpty();
    }

    @Test
    void aVoucherThatPaidForAllIsFreeAgainOnceTheEventIsCalledOff() {
        house.issue("GIFT", null, 100, 1L);
        var ada = house.aHeldSeat();
        var given = house.settling.settle(house.checkout(ada, "GIFT").payment().id());
        assertThat(given.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(given.next()).isEmpty();
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        house.settling.settle(given.id());

        assertThat(house.payment(given).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.payment(given).next()).isEmpty();
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.vouchers.uses()).isEmpty();
    }

    @Test
    void aVoucherIsFreeAgainOnceWhatCameTooLateGoesBack() {
        var ada = house.aHeldSeat();
        var payment =
                house.settling.settle(house.anIntent(ada, byVoucher(house)).id());
        house.checkouts.pay(payment);
        var held = house.registration(ada);
        house.registrations.replace(held, held.cancel(house.clock.instant()));

        house.settling.settle(payment.id());

        assertThat(house.vouchers.uses()).isEmpty();
    }

    private static Price byVoucher(SomePayments house) {
        house.vouchers.add(new Voucher("HALF", null, null, 50, 1L, null, null, 0, 1, house.clock.instant()));
        return new Price(TWELVE, 600, "HALF");
    }

    /** As an operator does. */
    private static void order(SomePayments house, Payment payment, long minorUnits) {
        var before = house.payment(payment);
        var now = house.clock.instant();
        var order = new RefundOrder("order " + before.version(), minorUnits, SomePayments.OPERATOR, now);
        house.payments.replace(before, before.refunding(order, now), Alongside.nothing());
        house.settling.settle(payment.id());
    }
}
