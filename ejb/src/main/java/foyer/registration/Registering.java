package foyer.registration;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.shared.WrongState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Gives people their places, or a place in the line. Called by those who know how people get in. */
@ApplicationScoped
public class Registering {
    @Inject
    Registrations registrations;

    @Inject
    RegistrationSettings settings;

    @Inject
    Clock clock;

    /**
     * Registers an address once. Fails with {@link RegistrationClosed}, {@link SoldOut}, with {@link WrongState} for an event
     * that nobody has to register for; for an address that is registered as for one that is not. Again with the same id:
     * nothing more happens.
     */
    public Registered register(Event event, Application application) {
        var registered = registered(event, application);
        if (!application.repeated()) {
            return registered;
        }
        if (registered.first() && application.proven()) {
            // Whoever is in at once is answered the link that is kept, and not one that was made up anew for the
            // repeat.
            return asKept(registered);
        }
        // As this call was answered before, though there may be a seat by now; for a receipt as for a registration.
        return event.plan().admission().waitingList() && registrations.waits(application.id())
                ? new Registered(waiting(event, application), registered.first())
                : registered;
    }

    private Registered asKept(Registered registered) {
        return registrations
                .find(registered.submitted().id())
                .map(kept -> new Registered(kept, registered.first()))
                .orElse(registered);
    }

    private Registered registered(Event event, Application application) {
        var now = Registration.millis(clock.instant());
        refuseClosed(event, now);
        var capacity = Capacity.of(event);
        var seated = seated(event, application, now);
        try {
            return add(seated, capacity, application);
        } catch (SoldOut full) {
            if (hasItsSeat(application)) {
                return new Registered(seated, true);
            }
            if (!event.plan().admission().waitingList()) {
                throw full;
            }
            return add(waiting(event, application), capacity, application);
        }
    }

    // Others may have been refused since the first call took its seat, and then nobody looks at whose the address is.
    private boolean hasItsSeat(Application application) {
        return application.repeated()
                && registrations
                        .find(application.id())
                        .filter(kept -> kept.state().seated())
                        .isPresent();
    }

    private Registered add(Registration registration, Capacity capacity, Application application) {
        return registrations.add(registration, capacity, application.first().apply(registration), application.again());
    }

    private Registration waiting(Event event, Application application) {
        var now = Registration.millis(clock.instant());
        return inState(RegistrationState.WAITING, event, application, now);
    }

    private Registration seated(Event event, Application application, Instant now) {
        if (!application.proven() || event.authType() == AuthType.PAYMENT) {
            return inState(RegistrationState.HELD, event, application, now);
        }
        var state =
                event.plan().enrolment().approval() ? RegistrationState.AWAITING_APPROVAL : RegistrationState.CONFIRMED;
        return inState(state, event, application, now);
    }

    private Registration inState(RegistrationState state, Event event, Application application, Instant now) {
        return new Registration(
                application.id(),
                event.id(),
                application.email(),
                application.answers(),
                application.language(),
                state,
                event.authType() == AuthType.PAYMENT ? Fee.due(application.voucher()) : Fee.NONE,
                application.proven(),
                application.credentials(),
                state == RegistrationState.HELD ? now.plus(settings.hold()) : null,
                1,
                now,
                now,
                false);
    }

    private static void refuseClosed(Event event, Instant now) {
        if (event.authType() == AuthType.NONE) {
            throw new WrongState("Nobody has to register for this event.");
        }
        switch (Intake.of(event, now)) {
            case OPEN -> {}
            case NOT_YET -> throw new RegistrationClosed("This event takes no registrations yet.");
            case OVER -> throw new RegistrationClosed("This event takes no registrations any more.");
        }
    }
}
