package foyer.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells those who have not registered yet whether there is anything to be had, before they fill in a form. */
@ApplicationScoped
public class Vacancies {
    /** With its version, for a capacity that the organizer changed counts at once. */
    private record Known(EventId event, long version) {}

    @Inject
    Registrations registrations;

    // All who look at an event in these seconds ask the store once. It decides nothing: who registers is told by the
    // seats themselves.
    private final Cache<Known, Boolean> soldOut = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    /** Whether whoever registers now gets neither a seat nor a place in the line; false where nobody can say. */
    public boolean soldOut(Event event) {
        var admission = event.plan().admission();
        if (admission.capacity() == null || admission.waitingList()) {
            return false;
        }
        return soldOut.get(new Known(event.id(), event.version()), any -> full(event));
    }

    // A silent store is remembered too, or everybody who looks would wait for it, one after the other.
    private boolean full(Event event) {
        try {
            return registrations.full(event.id(), Capacity.of(event));
        } catch (Unavailable silent) {
            return false;
        }
    }
}
