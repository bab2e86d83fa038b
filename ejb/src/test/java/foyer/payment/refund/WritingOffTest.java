package foyer.payment.refund;

import static foyer.payment.SomePayments.OPERATOR;
import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.PaymentId;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
import foyer.shared.NotFound;
import foyer.shared.WrongState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WritingOffTest {
    private final SomePayments house = new SomePayments();
    private final WritingOff writingOff = new WritingOff();
    private final Payment payment = paid();

    @BeforeEach
    void aDisputeIsLost() {
        writingOff.payments = house.payments;
        writingOff.trail = house.trail;
        writingOff.clock = house.clock;
        disputed(Disputes.losing(1200));
    }

    @Test
    void untilThenItNeedsAPersonAndThePayerHasTheSeat() {
        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
        assertThat(state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void itNeedsNobodyAnyMoreAndThePayerKeepsTheSeat() {
        writingOff.writeOff(payment.id(), OPERATOR);
        house.settling.settle(payment.id());

        assertThat(house.payment(payment).needs()).isEmpty();
        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whoDidItIsRecordedOnceHoweverOftenItIsAskedFor() {
        writingOff.writeOff(payment.id(), OPERATOR);
        writingOff.writeOff(payment.id(), "another operator");

        assertThat(house.trail.all())
                .extracting(AuditEntry::act, AuditEntry::subject, AuditEntry::sum, AuditEntry::by)
                .containsExactly(tuple(Act.LOSS_WRITTEN_OFF, payment.id().value(), TWELVE, OPERATOR));
    }

    @Test
    void ofALossOfAPartTheRestIsLeftWhereItIsWhoeverHasTheSeat() {
        var seated = lost(500);
        var ended = lost(500);
        var seat = house.registrations.find(ended.registration()).orElseThrow();
        house.registrations.replace(seat, seat.cancel(house.clock.instant()));
        house.settling.settle(ended.id());

        for (var one : new Payment[] {seated, ended}) {
            assertThat(house.payment(one).needs()).containsExactly(Need.DISPUTE);
            writingOff.writeOff(one.id(), OPERATOR);
            house.settling.settle(one.id());

            assertThat(house.payment(one).needs()).isEmpty();
            assertThat(house.payment(one).keptForNothing()).isZero();
        }
        assertThat(house.trail.all())
                .extracting(AuditEntry::sum)
                .as("what the bank took")
                .containsExactly(new Money(500, TWELVE.currency()), new Money(500, TWELVE.currency()));
    }

    @Test
    void whatIsDisputedOnceMoreIsOnTheListAgain() {
        writingOff.writeOff(payment.id(), OPERATOR);

        disputed(Disputes.losing(1200).and(Disputes.OPEN));

        assertThat(house.payment(payment).needs()).containsExactly(Need.DISPUTE);
        assertThatThrownBy(() -> writingOff.writeOff(payment.id(), OPERATOR)).isInstanceOf(WrongState.class);
    }

    @Test
    void whatIsStillOpenOrWonIsNotLost() {
        var another = paid();
        for (var dispute : new Disputes[] {Disputes.OPEN, Disputes.WON}) {
            house.checkouts.dispute(another, dispute);
            house.settling.settle(another.id());
            assertThatThrownBy(() -> writingOff.writeOff(another.id(), OPERATOR))
                    .as("%s", dispute)
                    .isInstanceOf(WrongState.class);
        }
    }

    @Test
    void nobodyWritesOffWhatIsNotThere() {
        assertThatThrownBy(() -> writingOff.writeOff(PaymentId.fresh(), OPERATOR))
                .isInstanceOf(NotFound.class);
    }

    private Payment paid() {
        return house.aPaidOne(house.aHeldSeat());
    }

    private Payment lost(long minorUnits) {
        var one = paid();
        house.checkouts.dispute(one, Disputes.losing(minorUnits));
        return house.settling.settle(one.id());
    }

    private void disputed(Disputes dispute) {
        house.checkouts.dispute(payment, dispute);
        house.settling.settle(payment.id());
    }

    private RegistrationState state() {
        return house.registrations.find(payment.registration()).orElseThrow().state();
    }
}
