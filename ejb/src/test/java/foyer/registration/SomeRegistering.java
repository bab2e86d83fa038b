package foyer.registration;

import java.time.Clock;
import java.time.Duration;

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

    public static Vacancies vacanciesOf(Registrations registrations) {
        var vacancies = new Vacancies();
        vacancies.registrations = registrations;
        return vacancies;
    }
}
