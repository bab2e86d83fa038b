package foyer.access;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.PasswordTerms.Mode;
import foyer.event.RecentEvents;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.traffic.FreshId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Opens a session for whoever shows the right to watch. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LettingIn {
    // Not by the use case that shows them: a herd comes by here, and another call through the container costs as much
    // as this one.
    @Inject
    RecentEvents events;

    @Inject
    Entering entering;

    @Inject
    ByCode byCode;

    @Inject
    ByLink byLink;

    @Inject
    ByPassword byPassword;

    /**
     * By what the event asks for: nothing; {@code email} and {@code code}; {@code linkToken}; the shared {@code password};
     * {@code email} and a personal {@code password}. With {@code email}, {@code code} and {@code password} the personal
     * password becomes this one; before that it is as wrong as any other, however it was chosen. With {@code triedPassword} instead
     * it is proven if it is this one, and stays what it is otherwise. Fails with
     * {@link BadCredentials} whatever is wrong with what was shown, with {@link foyer.shared.NotFound} for an event that
     * nobody may know of, with {@link foyer.shared.TooManyRequests} when tried too often.
     *
     * @param call what is used up by being shown is used up by this call: made again, since nobody knows how it ended, it is let
     *     in by the same
     * @param callerAddress the network address the call came from
     */
    public LetIn login(EventId eventId, Fields shown, FreshId call, String callerAddress) {
        var event = events.shown(eventId);
        return event.authType() == AuthType.NONE
                ? entering.enterFreely(event)
                : login(event, Shown.read(shown), call, callerAddress);
    }

    private LetIn login(Event event, Shown shown, FreshId call, String callerAddress) {
        if (shown.linkToken() != null) {
            return entering.enter(event, byLink.prove(event, shown.linkToken(), call))
                    .byLetter();
        }
        var email = shown.address();
        if (email.isPresent() && shown.code() != null) {
            return entering.enter(event, byCode.prove(event, email.get(), shown, call, callerAddress));
        }
        if (event.authType() != AuthType.PASSWORD || shown.password() == null) {
            throw new BadCredentials();
        }
        return byPassword(event, email.orElse(null), shown.password(), callerAddress);
    }

    private LetIn byPassword(Event event, @Nullable EmailAddress email, String password, String callerAddress) {
        if (event.plan().admission().password().mode() == Mode.SHARED) {
            byPassword.proveShared(event, password, callerAddress);
            return entering.enterFreely(event);
        }
        if (email == null) {
            throw new BadCredentials();
        }
        return entering.enter(event, byPassword.provePersonal(event, email, password, callerAddress));
    }
}
