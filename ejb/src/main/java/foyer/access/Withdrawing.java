package foyer.access;

import foyer.mail.LetterKind;
import foyer.registration.Dues;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.session.Ending;
import foyer.shared.Alongside;
import foyer.shared.Anew;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.Unauthenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the right to watch back: sessions, codes and links end with it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Withdrawing {
    @Inject
    Registrations registrations;

    @Inject
    ViewerLetters letters;

    @Inject
    OwnViewer ownViewer;

    @Inject
    Dues dues;

    @Inject
    Ending ending;

    @Inject
    Clock clock;

    /**
     * The viewer does not come. Twice with a session is the same as once. Fails with {@link Unauthenticated} without a token
     * of theirs, with {@link NotFound} for another's registration, with 409 {@code already_paid} for a seat that was paid
     * for.
     *
     * @param token of a session, or of the access link
     * @return the registration, which is over
     */
    @PermitAll
    public Registration withdraw(RegistrationId id, @Nullable String token) {
        return Anew.changed(
                "registration",
                () -> ownViewer.over(id, token).orElseGet(() -> ownViewer.registration(id, token)),
                before -> {
                    if (before.paymentStatus() == PaymentStatus.COMPLETED) {
                        throw new AlreadyPaid();
                    }
                    return end(before, null);
                });
    }

    /**
     * The organizer takes it back, and the viewer is told. Twice is the same as once.
     *
     * @param by the operator, by their id
     */
    @RolesAllowed({"admin", "organizer"})
    public Map<String, Object> revoke(RegistrationId id, String by) {
        return Anew.changed("registration", () -> found(id), before -> {
                    var now = clock.instant();
                    return end(before, by, letters.withLink(before.cancel(now), LetterKind.REVOKED, now));
                })
                .view(clock.instant());
    }

    private Registration end(Registration before, @Nullable String by, Outgoing... facts) {
        var now = clock.instant();
        var after = before.cancel(now);
        if (after.equals(before)) {
            // Again even where it was over: a right may also end by what is paid back.
            ending.revoke(after.id().value(), after.version());
            return after;
        }
        ending.revoke(
                after.id().value(),
                after.version(),
                sessions -> registrations.replace(
                        before, after, Alongside.of(dues.onEnd(after, by, now), sessions), facts));
        return after;
    }

    private Registration found(RegistrationId id) {
        return registrations.find(id).orElseThrow(() -> new NotFound("registration"));
    }

    private static final class AlreadyPaid extends Problem {
        private static final long serialVersionUID = 1L;

        AlreadyPaid() {
            super(ProblemCode.ALREADY_PAID, "This seat is paid for. Ask the organizer for a refund.");
        }
    }
}
