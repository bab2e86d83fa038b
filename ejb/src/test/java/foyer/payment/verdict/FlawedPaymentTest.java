package foyer.payment.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken;
import foyer.payment.checkout.Taken.Status;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Seen.Flaw;
import foyer.registration.RegistrationState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlawedPaymentTest {
    private final SomePayments house = new SomePayments();

    /** Play money where real money is taken, and a checkout that is somebody else's. */
    @ParameterizedTest
    @EnumSource
    void whatIsNoPaymentOfOursGivesNoAccessAndCallsAPerson(Flaw flaw) {
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        house.checkouts.flaw(payment, flaw);

        var settled = house.settling.settle(payment.id());

        assertThat(settled.outcome()).isEqualTo(Outcome.MISMATCHED);
        assertThat(settled.needs()).containsExactly(Need.MISMATCH);
        assertThat(Taken.again(settled).status()).isEqualTo(Status.UNDER_REVIEW);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.HELD);
        assertThat(house.registration(ada).fee().paidBy(payment.id().value())).isFalse();
        assertThat(house.letters()).containsExactly("paymentAlert");
    }

    /** Who knows that it is flawed only later still gives nothing for it. */
    @ParameterizedTest
    @EnumSource
    void aFlawThatWasSeenIsNeverForgotten(Flaw flaw) {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.flaw(payment, flaw);
        house.settling.settle(payment.id());
        house.checkouts.pay(payment);

        assertThat(house.settling.settle(payment.id()).outcome()).isEqualTo(Outcome.MISMATCHED);
    }
}
