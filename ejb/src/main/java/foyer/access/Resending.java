package foyer.access;

import foyer.mail.LetterKind;
import foyer.registration.AccessLinks;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.session.Ending;
import foyer.shared.Alongside;
import foyer.shared.Anew;
import foyer.shared.NotFound;
import foyer.shared.Unauthenticated;
import foyer.shared.WrongState;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Sends the access link once more. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Resending {
    @Inject
    Registrations registrations;

    @Inject
    OwnViewer ownViewer;

    @Inject
    ViewerLetters letters;

    @Inject
    Throttle throttle;

    @Inject
    Ending ending;

    @Inject
    Clock clock;

    /**
     * A new link for the organizer's sake: the old one ends, and so do the sessions that were opened so far. Fails with
     * {@link WrongState} for a registration that is over.
     */
    @RolesAllowed({"admin", "organizer"})
    public void resend(RegistrationId id) {
        Anew.changed(
                "registration",
                () -> registrations.find(id).orElseThrow(() -> new NotFound("registration")),
                before -> {
                    refuseOver(before);
                    var renewed = withFreshLink(before);
                    ending.revoke(
                            id.value(),
                            renewed.version(),
                            sessions -> send(before, renewed, LetterKind.NEW_LINK, sessions));
                    return renewed;
                });
    }

    /**
     * The link as it stands, for the viewer's own sake: who watches goes on watching. Fails with {@link Unauthenticated}
     * without a token of theirs, with {@link NotFound} for another's registration, with {@link WrongState} for one that is
     * over, with {@link foyer.shared.TooManyRequests} when asked too often.
     *
     * @param token of a session, or of the link
     */
    @PermitAll
    public void resend(RegistrationId id, @Nullable String token, String callerAddress) {
        var own = ownViewer.registration(id, token);
        refuseOver(own);
        throttle.onAskingForCode(own.event(), own.email(), callerAddress);
        Anew.changed("registration", () -> ownViewer.registration(id, token), this::sendAsItStands);
    }

    private Registration sendAsItStands(Registration before) {
        var linked = before.credentials().link().isPresent() ? before : withFreshLink(before);
        refuseOver(before);
        send(before, linked, LetterKind.ACCESS_LINK, Alongside.nothing());
        return linked;
    }

    private Registration withFreshLink(Registration before) {
        return before.with(before.credentials().withoutProofs().withLink(AccessLinks.freshSeed()), clock.instant());
    }

    private void send(Registration before, Registration after, LetterKind kind, Alongside sessions) {
        registrations.replace(before, after, sessions, letters.withLink(after, kind, clock.instant()));
    }

    private void refuseOver(Registration registration) {
        if (registration.stateAt(clock.instant()).over()) {
            throw new WrongState("This registration is over. There is nothing to open any more.");
        }
    }
}
