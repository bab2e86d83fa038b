package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Price;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
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

    private Payment paid() {
        return house.aPaidOne(ada);
    }
}
