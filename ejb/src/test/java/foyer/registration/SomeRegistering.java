package foyer.registration;

import static foyer.registration.SomeRegistrations.aLetter;

import foyer.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Gives places to the people of a test. */
public final class SomeRegistering {
    private SomeRegistering() {}

    public static Registering on(Registrations registrations, Clock clock) {
        var registering = new Registering();
        registering.registrations = registrations;
        registering.settings = new RegistrationSettings(Duration.ofMinutes(30), Duration.ofHours(2));
        registering.clock = clock;
        return registering;
    }

    /** Somebody who wishes to come and brings nothing but their name. */
    public static Application anApplication(RegistrationId id, boolean repeated, EmailAddress email, boolean proven) {
        return new Application(
                id,
                repeated,
                email,
                Map.of("name", "Ada"),
                "en",
                proven,
                Credentials.NONE.withLink("seed"),
                null,
                registration -> aLetter("first"),
                aLetter("again"));
    }

    public static Vacancies vacanciesOf(Registrations registrations) {
        var vacancies = new Vacancies();
        vacancies.registrations = registrations;
        return vacancies;
    }
}
