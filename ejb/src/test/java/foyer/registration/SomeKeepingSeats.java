package foyer.registration;

import foyer.event.Events;
import java.time.Clock;
import java.time.Duration;

/** The work on registrations that nobody asks for by hand, and the organizer's, for tests that are not about it. */
public final class SomeKeepingSeats {
    private SomeKeepingSeats() {}

    public static FreeingSeats freeing(
            Registrations registrations, Events events, AccessLinks links, Dues dues, Clock clock) {
        var freeing = new FreeingSeats();
        freeing.registrations = registrations;
        freeing.events = events;
        freeing.settings = new RegistrationSettings(Duration.ofMinutes(30), Duration.ofHours(2));
        freeing.letters = new PlaceLetters(links);
        freeing.dues = dues;
        freeing.clock = clock;
        return freeing;
    }

    public static Attending attending(Registrations registrations, Events events, AccessLinks links, Clock clock) {
        var attending = new Attending();
        attending.registrations = registrations;
        attending.events = events;
        attending.letters = new PlaceLetters(links);
        attending.clock = clock;
        return attending;
    }
}
