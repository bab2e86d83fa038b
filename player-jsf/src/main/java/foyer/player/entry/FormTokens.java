package foyer.player.entry;

import foyer.event.EventId;
import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Marks the forms that this page wrote, so that only they are taken: the page keeps no session to hold a token in, so the
 * token holds what is to be known. Who may send it is {@link SameSite}'s matter.
 */
@ApplicationScoped
public class FormTokens {
    private static final String PURPOSE = "page-form";
    // An evening: people leave a form open and come back to it.
    private static final Duration LIFETIME = Duration.ofHours(6);

    @Inject
    Signatures signatures;

    @Inject
    Clock clock;

    String fresh(EventId event) {
        var until = clock.instant().plus(LIFETIME).getEpochSecond();
        return signatures.sign(PURPOSE, event.value() + " " + until);
    }

    /** Whether this is a token of a form for this event, and not too old. */
    boolean good(EventId event, String token) {
        return signatures
                .verify(PURPOSE, token)
                .map(text -> text.split(" ", 2))
                .filter(parts -> parts.length == 2 && parts[0].equals(event.value()))
                .map(parts -> Instant.ofEpochSecond(Long.parseLong(parts[1])))
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }
}
