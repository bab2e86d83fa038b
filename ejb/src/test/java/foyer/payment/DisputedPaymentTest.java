package foyer.payment;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.Payment.Need;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import java.util.Map;
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

            assertThat(house.payment(payment).needs()).as(policy).isEqualTo(Need.DISPUTE);
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
