package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Payments;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.RefundOrder;
import foyer.payment.provider.CheckoutRefused;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.Overheard;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefundingTest {
    private final SomePayments house = new SomePayments();
    private final Registration ada = house.aHeldSeat();

    @Test
    void allOfItEndsTheRight() {
        paid();

        var payment = house.refund(ada.id(), Optional.empty());

        assertThat(payment.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
        assertThat(house.letters()).containsExactly("receipt", "refunded");
    }

    @Test
    void aPartLeavesTheSeatAndIsRemembered() {
        paid();

        house.refund(ada.id(), Optional.of(500L));
        house.refund(ada.id(), Optional.of(200L));

        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.registration(ada).fee().refunded()).isEqualTo(700);
        assertThat(house.checkouts.held()).isEqualTo(500);
    }

    @Test
    void whoOrderedARefundIsRecordedOnceWithIt() {
        var paid = paid();

        house.refunding.refund(ada.id(), Optional.of(500L), "key", SomePayments.OPERATOR);
        house.refunding.refund(ada.id(), Optional.of(500L), "key", SomePayments.OPERATOR);
        assertThatThrownBy(() -> house.refund(ada.id(), Optional.of(701L))).isInstanceOf(ValidationFailed.class);

        assertThat(house.trail.all())
                .extracting(AuditEntry::act, AuditEntry::subject, AuditEntry::event, AuditEntry::sum, AuditEntry::by)
                .containsExactly(tuple(
                        Act.REFUND_ORDERED,
                        paid.id().value(),
                        house.event.id().value(),
                        new Money(500, SomePayments.TWELVE.currency()),
                        SomePayments.OPERATOR));
    }

    /** At a node whose clock is ahead the first call counts as given up. */
    @Test
    void aCallThatMeetsItsTwinOnTheWayOrdersNothingMore() {
        var paid = paid();
        var looks = new AtomicInteger();
        house.refunding.payments = Overheard.of(Payments.class, house.payments, call -> {
            if (call.equals("find") && looks.incrementAndGet() == 2) {
                house.payments.replace(
                        house.payment(paid),
                        house.payment(paid)
                                .refunding(
                                        new RefundOrder("key", 500, SomePayments.OPERATOR, house.clock.instant()),
                                        house.clock.instant()),
                        Alongside.nothing());
            }
        });

        house.refunding.refund(ada.id(), Optional.of(500L), "key", SomePayments.OPERATOR);

        assertThat(house.payment(paid).wanted()).isEqualTo(500);
        assertThat(house.checkouts.held()).isEqualTo(700);
    }

    @Test
    void theRestAfterAPartIsAllOfIt() {
        paid();
        house.refund(ada.id(), Optional.of(500L));

        var payment = house.refund(ada.id(), Optional.empty());

        assertThat(payment.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void noMoreGoesBackThanCame() {
        paid();

        assertThatThrownBy(() -> house.refund(ada.id(), Optional.of(1201L))).isInstanceOf(ValidationFailed.class);
        house.refund(ada.id(), Optional.empty());
        assertThatThrownBy(() -> house.refund(ada.id(), Optional.empty())).isInstanceOf(WrongState.class);
    }

    @Test
    void whatWasNotPaidCannotGoBack() {
        assertThatThrownBy(() -> house.refund(ada.id(), Optional.empty())).isInstanceOf(WrongState.class);
        house.checkout(ada, null);
        assertThatThrownBy(() -> house.refund(ada.id(), Optional.empty())).isInstanceOf(WrongState.class);
    }

    @Test
    void aRefundThatFailedIsOrderedAnewByAPerson() {
        var paid = paid();
        house.refund(ada.id(), Optional.empty());
        house.checkouts.failRefund(paid, 1200);
        house.settling.settle(paid.id());
        assertThat(house.payment(paid).needs()).containsExactly(Need.REFUND_FAILED);

        var again = house.refund(paid.id(), Optional.empty());

        assertThat(again.needs()).isEmpty();
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void whatTheProviderRefusesComesBackAsWorkForAPersonWhoOrdersItAnew() {
        var paid = paid();
        house.checkouts.poor(true);
        refused(() -> house.refund(ada.id(), Optional.empty()));
        assertThat(house.payment(paid).needs()).containsExactly(Need.REFUSED);
        assertThat(house.letters()).contains("paymentAlert");
        assertThat(house.alerts).hasValue(1);
        house.checkouts.poor(false);

        var again = house.refund(ada.id(), Optional.empty());

        assertThat(again.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(again.needs()).isEmpty();
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void aPartThatWasRefusedIsNotOrderedTwiceOverByWhoTriesAgain() {
        var paid = paid();
        house.checkouts.poor(true);
        refused(() -> house.refund(ada.id(), Optional.of(500L)));
        refused(() -> house.refund(ada.id(), Optional.of(500L)));
        house.checkouts.poor(false);

        house.settling.settle(paid.id());
        assertThat(house.checkouts.held()).as("nobody ordered it anew").isEqualTo(1200);
        house.refund(ada.id(), Optional.of(200L));

        assertThat(house.checkouts.held()).isEqualTo(1000);
        assertThat(house.payment(paid).refundable()).isEqualTo(1000);
    }

    @Test
    void ofWhatGivesNoAccessNoPartIsKept() {
        var paid = paid();
        house.checkouts.poor(true);
        refused(() -> house.refund(ada.id(), Optional.empty()));
        house.checkouts.poor(false);

        assertThatThrownBy(() -> house.refund(paid.id(), Optional.of(500L))).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aSumThatTheProviderCannotSendIsRefusedBeforeAnythingIsWritten() {
        var terms = Map.of("price", 1230L, "currency", "KWD");
        var hall = new SomePayments(Map.of("paymentConfig", terms));
        var seat = hall.aHeldSeat();
        var payment = hall.settling.settle(hall.anIntent(seat, Price.of(new Money(1230, Currency.getInstance("KWD"))))
                .id());
        hall.checkouts.pay(payment);
        var paid = hall.settling.settle(payment.id());

        assertThatThrownBy(() -> hall.refund(seat.id(), Optional.of(1005L))).isInstanceOf(ValidationFailed.class);

        assertThat(hall.payment(paid)).isEqualTo(paid);
    }

    @Test
    void anEventTellsHowFarItsMoneyHasGoneBack() {
        paid();
        var bob = house.aHeldSeat();
        house.checkouts.pay(house.checkout(bob, null).payment());
        house.settling.settle(house.payments.all().get(1).id());
        house.refund(ada.id(), Optional.empty());

        assertThat(house.refunding.returns(house.event.id())).isEqualTo(new Returns(2, 0, 1, 0, 1200));
    }

    @Test
    void whatCameInAnotherCurrencyIsNoSumOfTheEvents() {
        var opened = house.checkout(ada, null).payment();
        house.checkouts.pay(opened, new Money(1300, Currency.getInstance("USD")));
        house.settling.settle(opened.id());

        var payment = house.refund(opened.id(), Optional.empty());

        assertThat(payment.seen().returned()).isEqualTo(1300);
        assertThat(Taken.again(payment).operatorsView())
                .containsEntry("currency", "EUR")
                .containsEntry("paidCurrency", "USD")
                .containsEntry("paidAmount", 1300L)
                .containsEntry("refundedAmount", 1300L);
        assertThat(house.refunding.returns(house.event.id()).minorUnits()).isZero();
    }

    @Test
    void anOrderOfWhichNobodyKnowsWhetherItWasWrittenIsOrderedOnce() {
        var paid = paid();
        house.refunding.refund(ada.id(), Optional.of(500L), "one key", "operator");

        var again = house.refunding.refund(ada.id(), Optional.of(500L), "one key", "operator");

        assertThat(again.seen().returned()).isEqualTo(500);
        assertThat(house.checkouts.held()).isEqualTo(700);
        assertThat(house.payment(paid).orders()).hasSize(1);
    }

    @Test
    void whoRepeatsAWholeOrderHearsHowItStands() {
        paid();
        house.refunding.refund(ada.id(), Optional.empty(), "one key", "operator");

        var again = house.refunding.refund(ada.id(), Optional.empty(), "one key", "operator");

        assertThat(again.outcome()).isEqualTo(Outcome.REFUNDED);
    }

    @Test
    void anOrderThatWasWrittenAndNotSentIsSentByWhoRepeatsIt() {
        var paid = paid();
        var order = new RefundOrder("one key", 500, "operator", house.clock.instant());
        house.payments.replace(paid, house.payment(paid).refunding(order, house.clock.instant()), Alongside.nothing());

        house.refunding.refund(ada.id(), Optional.of(500L), "one key", "operator");

        assertThat(house.checkouts.held()).isEqualTo(700);
    }

    @Test
    void whoOrderedWhatIsKept() {
        var paid = paid();

        house.refunding.refund(ada.id(), Optional.of(500L), "one key", "operator");

        assertThat(house.payment(paid).orders())
                .containsExactly(new RefundOrder("one key", 500, "operator", house.clock.instant()));
    }

    @Test
    void aPartOfWhatGivesNoAccessAndCameBackToUsIsNotEnough() {
        var paid = paid();
        house.refund(ada.id(), Optional.empty());
        house.checkouts.failRefund(paid, 1200);
        house.settling.settle(paid.id());

        assertThatThrownBy(() -> house.refund(paid.id(), Optional.of(500L))).isInstanceOf(ValidationFailed.class);
        assertThat(house.payment(paid).needs()).containsExactly(Need.REFUND_FAILED);
    }

    @Test
    void anOrderDuringADisputeLeavesTheDisputeOnTheList() {
        var paid = paid();
        house.checkouts.dispute(paid, Disputes.OPEN);
        house.settling.settle(paid.id());

        house.refund(ada.id(), Optional.of(500L));

        assertThat(house.payment(paid).needs()).containsExactly(Need.DISPUTE);
    }

    @Test
    void whatWasRefusedCanBeOrderedAnewThoughItIsDisputedMeanwhile() {
        var paid = paid();
        house.checkouts.poor(true);
        refused(() -> house.refund(ada.id(), Optional.of(500L)));
        house.checkouts.poor(false);
        house.checkouts.dispute(paid, Disputes.OPEN);
        house.settling.settle(paid.id());

        assertThat(house.payment(paid).refundable()).isEqualTo(1200);
        assertThat(house.payment(paid).needs()).containsExactlyInAnyOrder(Need.REFUSED, Need.DISPUTE);
    }

    @Test
    void aPartComesOnTopOfWhatSomebodySentBackAtTheProviderUnheard() {
        var paid = paid();
        house.checkouts.refundThere(paid, 500);

        var ordered = house.refund(ada.id(), Optional.of(300L));

        assertThat(ordered.seen().returned()).isEqualTo(800);
        assertThat(house.checkouts.held()).isEqualTo(400);
    }

    @Test
    void noMoreIsOrderedThanSomebodyLeftAtTheProvider() {
        house.checkouts.refundThere(paid(), 500);

        assertThatThrownBy(() -> house.refund(ada.id(), Optional.of(800L))).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void ofAnEventThatIsCalledOffAllIsDueFromThatMomentOn() {
        var payment = paid();
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        assertThat(house.refunding.returns(house.event.id())).isEqualTo(new Returns(1, 1, 0, 0, 0));

        house.settling.settle(payment.id());
        assertThat(house.refunding.returns(house.event.id())).isEqualTo(new Returns(1, 0, 1, 0, 1200));
    }

    private static void refused(ThrowingCallable order) {
        assertThatThrownBy(order).isInstanceOf(CheckoutRefused.class);
    }

    private Payment paid() {
        var taken = house.checkout(ada, null);
        house.checkouts.pay(taken.payment());
        return house.settling.settle(taken.payment().id());
    }
}
