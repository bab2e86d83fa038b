package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.ledger.RefundOrder;
import foyer.registration.Registration;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.Overheard;
import foyer.shared.ValidationFailed;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An order is kept with who gave it, and obeyed once however often it comes. */
class RepeatedRefundTest {
    private final SomePayments house = new SomePayments();
    private final Registration ada = house.aHeldSeat();

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

    @Test
    void whoOrderedWhatIsKept() {
        var paid = paid();

        house.refunding.refund(ada.id(), Optional.of(500L), "one key", "operator");

        assertThat(house.payment(paid).orders())
                .containsExactly(new RefundOrder("one key", 500, "operator", house.clock.instant()));
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

    private Payment paid() {
        return house.aPaidOne(ada);
    }
}
