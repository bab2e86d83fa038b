package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.CheckoutsInMemory.Failure;
import foyer.payment.provider.KeySpent;
import foyer.registration.Registration;
import foyer.shared.ValidationFailed;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Money that does not go back: the provider refuses to send it, it comes to us again, or a bank has it. */
class RefusedRefundTest {
    private final SomePayments house = new SomePayments();
    private final Registration ada = house.aHeldSeat();

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
    void allOfWhatIsCalledOffGoesBackThoughAPartWasRefusedAndItsFirstRefundFails() {
        var paid = paid();
        house.checkouts.poor(true);
        refused(() -> house.refund(ada.id(), Optional.of(500L)));
        house.checkouts.poor(false);
        house.events.replace(house.event, SomeEvents.cancelled(house.event));
        house.checkouts.failNext(Failure.NOT_DONE);
        assertThatThrownBy(() -> house.settling.settle(paid.id())).isInstanceOf(KeySpent.class);
        assertThat(house.payment(paid).next()).as("it stays due").isPresent();

        house.settling.settle(paid.id());

        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(paid).needs()).isEmpty();
        assertThat(house.checkouts.held()).isZero();
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

    private static void refused(ThrowingCallable order) {
        assertThatThrownBy(order).isInstanceOf(CheckoutRefused.class);
    }

    private Payment paid() {
        return house.aPaidOne(ada);
    }
}
