package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.payment.SomePayments;
import foyer.registration.Registration;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaidSeatsTest {
    private final SomePayments house = new SomePayments();
    private final PaidSeats seats = new PaidSeats(house.payments, house.trail);
    private final Registration ada = house.aHeldSeat();

    @Test
    void whoRevokesAPaidSeatIsRecordedWithWhatWasPaidForIt() {
        var payment = house.anOpenPayment(ada);
        house.checkouts.pay(payment);
        house.settling.settle(payment.id());

        end(SomePayments.OPERATOR);

        assertThat(house.trail.all())
                .extracting(AuditEntry::act, AuditEntry::subject, AuditEntry::event, AuditEntry::sum, AuditEntry::by)
                .containsExactly(tuple(
                        Act.SEAT_REVOKED,
                        ada.id().value(),
                        house.event.id().value(),
                        SomePayments.TWELVE,
                        SomePayments.OPERATOR));
        assertThat(house.payment(payment).calledFor()).isTrue();
    }

    @Test
    void whoRevokesASeatThatIsBeingPaidIsRecordedToo() {
        house.anOpenPayment(ada);

        end(SomePayments.OPERATOR);

        assertThat(house.trail.all())
                .extracting(AuditEntry::sum)
                .containsExactly(new Money(0, SomePayments.TWELVE.currency()));
    }

    @Test
    void nobodyIsRecordedForASeatThatItsViewerGaveUpOrThatNobodyPays() {
        end(SomePayments.OPERATOR);
        house.anOpenPayment(ada);
        end(null);

        assertThat(house.trail.all()).isEmpty();
    }

    private void end(@Nullable String by) {
        var now = house.clock.instant();
        AlongsideInMemory.write(seats.onEnd(house.registration(ada).cancel(now), by, now));
    }
}
