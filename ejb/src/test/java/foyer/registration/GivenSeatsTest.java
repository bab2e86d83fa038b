package foyer.registration;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.event.SomeEvents;
import org.junit.jupiter.api.Test;

class GivenSeatsTest {
    private final RegistrationsInMemory registrations = new RegistrationsInMemory();
    private final GivenSeats seats = new GivenSeats(registrations);
    private final EventId event = EventId.fresh();

    @Test
    void whoeverIsConfirmedCountsOnIt() {
        assertThat(seats.anyFor(event)).isFalse();

        registered(RegistrationState.CONFIRMED, PaymentStatus.NOT_REQUIRED);

        assertThat(seats.anyFor(event)).isTrue();
        assertThat(seats.anyFor(EventId.fresh())).isFalse();
    }

    @Test
    void soDoesWhoPaidAndWaitsForApproval() {
        registered(RegistrationState.AWAITING_APPROVAL, PaymentStatus.COMPLETED);

        assertThat(seats.anyFor(event)).isTrue();
    }

    @Test
    void nobodyElseDoes() {
        registered(RegistrationState.AWAITING_APPROVAL, PaymentStatus.NOT_REQUIRED);
        registered(RegistrationState.HELD, PaymentStatus.PENDING);
        registered(RegistrationState.CANCELLED, PaymentStatus.COMPLETED);

        assertThat(seats.anyFor(event)).isFalse();
    }

    private void registered(RegistrationState state, PaymentStatus status) {
        var made = SomeRegistrations.registration(
                event, SomeRegistrations.anAddress(), state, status, SomeEvents.LONG_BEFORE);
        var letter = SomeRegistrations.aLetter("first");
        registrations.add(made, new Capacity(Capacity.UNLIMITED, 1), letter, letter);
    }
}
