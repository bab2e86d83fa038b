package foyer.payment.refund;

import static foyer.payment.refund.SomeDisputes.disputed;
import static foyer.payment.refund.SomeDisputes.selling;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.registration.RegistrationState;
import org.junit.jupiter.api.Test;

/** Several disputes of one payment, one after the other. */
class DisputedAgainTest {
    private static final Disputes OPEN_AGAIN = Disputes.WON.and(Disputes.OPEN);
    private static final Disputes WON_AGAIN = Disputes.WON.and(Disputes.WON);

    /** Some ways to pay allow a second one after the first was won. */
    @Test
    void oneMoreAfterOneWasWonIsADisputeLikeTheFirst() {
        var house = selling("revoke");
        var ada = house.aHeldSeat();
        var payment = house.aPaidOne(ada);
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
        var payment = house.aPaidOne(ada);
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
        var payment = house.aPaidOne(ada);
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
        var payment = house.aPaidOne(ada);
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
        var payment = house.aPaidOne(house.aHeldSeat());
        disputed(house, payment, Disputes.losing(1200));
        disputed(house, payment, Disputes.losing(1200).and(Disputes.OPEN));
        disputed(house, payment, Disputes.losing(1200).and(Disputes.WON));

        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
        assertThat(house.alerts).hasValue(3);
    }
}
