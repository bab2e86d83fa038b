package foyer.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefundingTest {
    private final SomePayments house = new SomePayments();
    private final Registration ada = house.aHeldSeat();

    @Test
    void allOfItEndsTheRight() {
        paid();

        var payment = house.refunding.refund(ada.id(), Optional.empty());

        assertThat(payment.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
        assertThat(house.letters()).containsExactly("receipt", "refunded");
    }

    @Test
    void aPartLeavesTheSeatAndIsRemembered() {
        paid();

        house.refunding.refund(ada.id(), Optional.of(500L));
        house.refunding.refund(ada.id(), Optional.of(200L));

        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.registration(ada).fee().refunded()).isEqualTo(700);
        assertThat(house.checkouts.held()).isEqualTo(500);
    }

    @Test
    void theRestAfterAPartIsAllOfIt() {
        paid();
        house.refunding.refund(ada.id(), Optional.of(500L));

        var payment = house.refunding.refund(ada.id(), Optional.empty());

        assertThat(payment.outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void noMoreGoesBackThanCame() {
        paid();

        assertThatThrownBy(() -> house.refunding.refund(ada.id(), Optional.of(1201L)))
                .isInstanceOf(ValidationFailed.class);
        house.refunding.refund(ada.id(), Optional.empty());
        assertThatThrownBy(() -> house.refunding.refund(ada.id(), Optional.empty()))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void whatWasNotPaidCannotGoBack() {
        assertThatThrownBy(() -> house.refunding.refund(ada.id(), Optional.empty()))
                .isInstanceOf(WrongState.class);
        house.checkout(ada, null);
        assertThatThrownBy(() -> house.refunding.refund(ada.id(), Optional.empty()))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void aRefundThatFailedIsOrderedAnewByAPerson() {
        var paid = paid();
        house.refunding.refund(ada.id(), Optional.empty());
        house.checkouts.failRefund(paid, 1200);
        house.settling.settle(paid.id());
        assertThat(house.payment(paid).needs()).isEqualTo(Payment.Need.REFUND_FAILED);

        var again = house.refunding.refund(paid.id(), Optional.empty());

        assertThat(again.needs()).isNull();
        assertThat(house.checkouts.held()).isZero();
    }

    @Test
    void anEventTellsHowFarItsMoneyHasGoneBack() {
        paid();
        var bob = house.aHeldSeat();
        house.checkouts.pay(house.checkout(bob, null).payment());
        house.settling.settle(house.payments.all().get(1).id());
        house.refunding.refund(ada.id(), Optional.empty());

        assertThat(house.refunding.returns(house.event.id())).isEqualTo(new Returns(2, 0, 1, 0, 1200));
    }

    private Payment paid() {
        var taken = house.checkout(ada, null);
        house.checkouts.pay(taken.payment());
        return house.settling.settle(taken.payment().id());
    }
}
