package foyer.registration;

import foyer.event.EventId;
import foyer.shared.EmailAddress;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registrations to speak of in tests. */
public final class SomeRegistrations {
    public static final Instant NOON = SettableClock.NOON;
    public static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private SomeRegistrations() {}

    public static Registration aHeldRegistration() {
        return registration(EventId.fresh(), anAddress(), RegistrationState.HELD);
    }

    public static Registration aConfirmedRegistration() {
        return registration(EventId.fresh(), anAddress(), RegistrationState.CONFIRMED);
    }

    public static Registration aWaitingRegistration() {
        return registration(EventId.fresh(), anAddress(), RegistrationState.WAITING);
    }

    public static Registration registration(EventId event, EmailAddress email, RegistrationState state) {
        return registration(event, email, state, PaymentStatus.NOT_REQUIRED, NOON);
    }

    public static Registration registration(
            EventId event, EmailAddress email, RegistrationState state, PaymentStatus paid, Instant createdAt) {
        return new Registration(
                RegistrationId.fresh(),
                event,
                email,
                Map.of("name", "Ada", "seats", 2L, "diet", List.of("none")),
                "en",
                state,
                new Fee(paid, null, false, null, 0, false),
                false,
                new Credentials(
                        "link",
                        List.of(new Proof("code", "proof", createdAt, createdAt.plus(HALF_AN_HOUR))),
                        new Guesses(1, 1, createdAt),
                        null),
                heldUntil(state, createdAt),
                1,
                createdAt,
                createdAt,
                false);
    }

    public static EmailAddress anAddress() {
        return new EmailAddress("ada-" + Ids.fresh() + "@example.org");
    }

    public static Outgoing aLetter(String kind) {
        return Outgoing.now(kind, Map.of("to", "ada@example.org"), NOON);
    }

    private static @Nullable Instant heldUntil(RegistrationState state, Instant createdAt) {
        return state == RegistrationState.HELD ? createdAt.plus(HALF_AN_HOUR) : null;
    }
}
