package foyer.registration;

import foyer.event.ConfirmedSeats;
import foyer.event.EventId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Answers for the events whether anybody has a seat. */
@Dependent
class GivenSeats implements ConfirmedSeats {
    private final Registrations registrations;

    @Inject
    GivenSeats(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public boolean anyFor(EventId event) {
        var confirmed = RegistrationQuery.all(event, 1).in(RegistrationState.CONFIRMED);
        return !registrations.list(confirmed).items().isEmpty();
    }
}
