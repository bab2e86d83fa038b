package foyer.registration;

import static foyer.registration.SomeRegistrations.HALF_AN_HOUR;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;

/** A keeper of registrations on which its contracts are tried. */
public interface KeepingRegistrations {
    Capacity PLENTY = new Capacity(Capacity.UNLIMITED, 1);
    Capacity TWO = new Capacity(2, 1);

    Registrations registrations();

    default Registration seat(Registration waiting, Capacity capacity) {
        var after = offered(waiting);
        registrations().seat(waiting, after, capacity, aLetter("offer"));
        return after;
    }

    static Registration offered(Registration waiting) {
        return waiting.offer(NOON.plus(HALF_AN_HOUR), waiting.credentials().withLink("offered"), NOON);
    }

    default Registered add(Registration registration, Capacity capacity) {
        return registrations().add(registration, capacity, aLetter("first"), aLetter("again"));
    }

    default Registration added(Registration registration, Capacity capacity) {
        assertThat(add(registration, capacity).first()).isTrue();
        return registration;
    }

    static Registration confirmedAt(EventId event) {
        return registration(event, anAddress(), RegistrationState.CONFIRMED);
    }
}
