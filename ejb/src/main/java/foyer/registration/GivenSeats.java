package foyer.registration;

import foyer.event.ConfirmedSeats;
import foyer.event.EventId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Answers for the events whether anybody has a seat, or has paid for one and waits for approval. */
@Dependent
class GivenSeats implements ConfirmedSeats {
    private final Registrations registrations;

    @Inject
    GivenSeats(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public boolean anyFor(EventId event) {
        var all = RegistrationQuery.all(event, 1);
        return any(all.in(RegistrationState.CONFIRMED))
                || any(all.in(RegistrationState.AWAITING_APPROVAL).with(PaymentStatus.COMPLETED));
    }

    private boolean any(RegistrationQuery wanted) {
        return !registrations.list(wanted).items().isEmpty();
    }
}
