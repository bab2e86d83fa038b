package foyer.access;

import foyer.event.EventId;
import foyer.registration.RegistrationId;
import foyer.shared.Ids;
import foyer.shared.Signatures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a browser keeps so that the page knows a returning viewer: it tells how far they have come, and opens nothing. */
@Dependent
class ViewerCookie {
    private static final String PURPOSE = "viewer-cookie";
    private static final int PARTS = 3;

    private final Signatures signatures;
    private final AccessSettings settings;
    private final Clock clock;

    @Inject
    ViewerCookie(Signatures signatures, AccessSettings settings, Clock clock) {
        this.signatures = signatures;
        this.settings = settings;
        this.clock = clock;
    }

    String of(EventId event, RegistrationId registration) {
        var until = clock.instant().plus(settings.cookieLifetime()).getEpochSecond();
        return signatures.sign(PURPOSE, registration.value() + " " + event.value() + " " + until);
    }

    /** Whose it is; empty for what is not ours, or another event's, or too old. */
    Optional<RegistrationId> read(EventId event, @Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .flatMap(text -> signatures.verify(PURPOSE, text))
                .map(text -> text.split(" ", PARTS))
                .filter(parts -> parts[1].equals(event.value()))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2]))))
                .map(parts -> parts[0])
                .filter(Ids::wellFormed)
                .map(RegistrationId::new);
    }
}
