package foyer.registration;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Overheard;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VacanciesTest {
    /** Else a hundred pages would wait for it, one after the other. */
    @Test
    void aSilentStoreIsAskedOnceAndNothingIsSaidToBeSoldOut() {
        var event = aPublishedEventOf(aSubmissionWith("capacity", 5L));
        var asked = new AtomicInteger();
        var vacancies = new Vacancies();
        vacancies.registrations = Overheard.of(Registrations.class, new RegistrationsInMemory(), call -> {
            asked.incrementAndGet();
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        });

        assertThat(vacancies.soldOut(event)).isFalse();
        assertThat(vacancies.soldOut(event)).isFalse();
        assertThat(asked).hasValue(1);
    }
}
