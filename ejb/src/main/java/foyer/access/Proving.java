package foyer.access;

import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.mail.LetterKind;
import foyer.registration.Registration;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sends a code and a link to those who have registered, so that they can show that an address is theirs. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Proving {
    @Inject
    Browsing browsing;

    @Inject
    SendingCodes codes;

    @Inject
    Throttle throttle;

    /**
     * Says nothing of whether the address is known, and does the same work for one that is not. Fails with
     * {@link foyer.shared.ValidationFailed} for what is no address, with {@link foyer.shared.TooManyRequests} when asked
     * too often.
     *
     * @param submitted {@code eventId}, {@code email}, {@code language}
     */
    public void sendCode(Fields submitted, String callerAddress) {
        submitted.require("eventId");
        submitted.text("eventId");
        submitted.require("email");
        submitted.text("language");
        var email = submitted.text("email").flatMap(EmailAddress::read);
        if (submitted.text("email").isPresent() && email.isEmpty()) {
            submitted.refuse("email", "invalid", "This is not an e-mail address.");
        }
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        var event = browsing.publicEvent(EventId.of(submitted.text("eventId").orElse("")));
        throttle.onAskingForCode(event.id(), email.orElseThrow(), callerAddress);
        codes.send(event, email.orElseThrow(), owner -> kind(event, owner));
    }

    private static LetterKind kind(Event event, Registration owner) {
        return event.authType() == AuthType.PASSWORD && owner.proven() ? LetterKind.PASSWORD_RESET : LetterKind.CODE;
    }
}
