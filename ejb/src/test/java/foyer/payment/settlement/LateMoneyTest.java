package foyer.payment.settlement;

import static foyer.payment.SomePayments.GRACE;
import static foyer.payment.SomePayments.HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody has paid, and it is seen only after their seat was free again; it is the only one. */
class LateMoneyTest {
    private final SomePayments house = new SomePayments(Map.of("capacity", 1L));
    private final Registration ada = house.aHeldSeat();
    private final Payment payment = house.anOpenPayment(ada);

    /** As the timer does that frees seats. */
    @BeforeEach
    void theSeatIsNotKeptAnyLonger() {
        house.checkouts.pay(payment);
        house.clock.pass(HOLD.plus(GRACE).plusMinutes(1));
        var held = house.registration(ada);
        house.registrations.replace(held, held.expire(house.clock.instant()));
    }

    @Test
    void moneyThatIsLateGetsASeatThatIsLeft() {
        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).credentials().link()).isPresent();
    }

    @Test
    void moneyThatIsLateGoesBackWhereNoSeatIsLeft() {
        house.aHeldSeat();

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.checkouts.held()).isZero();
        assertThat(house.letters()).containsExactly("paymentLate");
    }
}
