package foyer.access;

import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.session.Opening;
import foyer.shared.BadCredentials;
import foyer.shared.Fields;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Opens a session for whoever shows the right to watch. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LettingIn {
    @Inject
    Browsing browsing;

    @Inject
    Opening opening;

    @Inject
    Clock clock;

    /**
     * By what the event asks for. Fails with {@link BadCredentials} whatever is wrong with what was shown, with
     * {@link foyer.shared.NotFound} for an event that nobody may know of.
     *
     * @param callerAddress the network address the call came from
     */
    public LetIn login(EventId eventId, Fields shown, String callerAddress) {
        var event = browsing.publicEvent(eventId);
        if (event.authType() != AuthType.NONE) {
            throw new BadCredentials();
        }
        return new LetIn(event, opening.forAnybody(event.id()), Flow.admitted(event, clock.instant()));
    }
}
