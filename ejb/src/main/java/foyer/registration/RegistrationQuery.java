package foyer.registration;

import foyer.event.EventId;
import foyer.shared.EmailAddress;
import foyer.shared.ValidationFailed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of an event's registrations are wanted; null wherever it does not matter.
 *
 * @param state as it was last written down
 * @param createdAfter not at this moment, but later
 * @param limit 1 to 200
 * @param position what {@link foyer.shared.Page#next} said; null: from the beginning
 */
public record RegistrationQuery(
        EventId event,
        @Nullable EmailAddress email,
        @Nullable PaymentStatus paymentStatus,
        @Nullable RegistrationState state,
        @Nullable Instant createdAfter,
        int limit,
        @Nullable String position) {
    public static final int MOST = 200;

    /** Fails with {@link ValidationFailed} for a limit beyond its bounds. */
    public RegistrationQuery {
        if (limit < 1 || limit > MOST) {
            throw new ValidationFailed("limit", "out_of_range", "This must be from 1 to " + MOST + ".");
        }
    }

    public static RegistrationQuery all(EventId event, int limit) {
        return new RegistrationQuery(event, null, null, null, null, limit, null);
    }

    public RegistrationQuery in(RegistrationState wanted) {
        return new RegistrationQuery(event, email, paymentStatus, wanted, createdAfter, limit, position);
    }

    public RegistrationQuery with(PaymentStatus wanted) {
        return new RegistrationQuery(event, email, wanted, state, createdAfter, limit, position);
    }

    public RegistrationQuery from(@Nullable String next) {
        return new RegistrationQuery(event, email, paymentStatus, state, createdAfter, limit, next);
    }

    public boolean wants(Registration registration) {
        return registration.event().equals(event)
                && (email == null || email.equals(registration.email()))
                && (paymentStatus == null || paymentStatus == registration.paymentStatus())
                && (state == null || state == registration.state())
                && (createdAfter == null || registration.createdAt().isAfter(createdAfter));
    }
}
