package foyer.registration;

import foyer.shared.Fields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a registration is told: everything but what opens the player. */
final class RegistrationView {
    private RegistrationView() {}

    static Map<String, Object> of(Registration registration, Instant now) {
        var view = new LinkedHashMap<String, Object>();
        view.put("registrationId", registration.id().value());
        view.put("eventId", registration.event().value());
        view.put("email", registration.email().typed());
        view.put("userData", registration.userData());
        view.put("language", registration.language());
        view.put("paymentStatus", Fields.wireName(registration.paymentStatus()));
        if (registration.fee().refunded() > 0) {
            view.put("refundedAmount", registration.fee().refunded());
        }
        if (registration.fee().disputed()) {
            view.put("disputed", true);
        }
        view.put("state", Fields.wireName(registration.stateAt(now)));
        view.put("proven", registration.proven());
        if (!registration.holdOver(now)) {
            registration.hold().ifPresent(until -> view.put("heldUntil", until.toString()));
        }
        view.put("createdAt", registration.createdAt().toString());
        view.put("updatedAt", registration.updatedAt().toString());
        return view;
    }
}
