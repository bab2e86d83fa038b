package foyer.registration;

import foyer.event.Event;
import foyer.event.Events;
import foyer.shared.NotFound;
import foyer.shared.Page;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Shows organizers who comes, and lets them decide who may. Analysts see no addresses, so they are not asked here. */
@Stateless
@RolesAllowed({"admin", "organizer"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Attending {
    private static final int ATTEMPTS = 5;

    @Inject
    Registrations registrations;

    @Inject
    Events events;

    @Inject
    PlaceLetters letters;

    @Inject
    Clock clock;

    public Registration registration(RegistrationId id) {
        return registrations.find(id).orElseThrow(() -> new NotFound("registration"));
    }

    /** A part of an event's list; all of it is read part by part. */
    public Page<Registration> registrations(RegistrationQuery query) {
        return registrations.list(query);
    }

    /**
     * Agrees to a registration, which confirms its seat and says so by letter; again, nothing happens. Fails with
     * {@link WrongState} for one that does not wait for it, or whose event was called off, of which its viewer has heard, and
     * with {@link Unavailable} where others change it each time, for nobody here named a version that could be stale.
     */
    public Registration approve(RegistrationId id) {
        for (var attempt = 1; ; attempt++) {
            var before = registration(id);
            var now = clock.instant();
            var after = before.approve(now);
            if (after.equals(before)) {
                return after;
            }
            refuseTakenDown(before);
            if (after.credentials().link().isEmpty()) {
                after = after.with(after.credentials().withLink(AccessLinks.freshSeed()), now);
            }
            try {
                registrations.replace(before, after, letters.confirmation(after, now));
                return after;
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw new Unavailable(
                            "Much happens to this registration at once. Please try again.",
                            Duration.ofSeconds(1),
                            meanwhile);
                }
            }
        }
    }

    private void refuseTakenDown(Registration registration) {
        if (events.find(registration.event()).filter(Event::takenDown).isPresent()) {
            throw new WrongState("This event was called off. There is no seat to agree to any more.");
        }
    }
}
