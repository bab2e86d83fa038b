package foyer.access;

import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.mail.LetterKind;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.VersionConflict;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Sends a code and a link to those who have registered, so that they can show that an address is theirs. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Proving {
    private static final int TRIES = 5;

    @Inject
    Browsing browsing;

    @Inject
    Registrations registrations;

    @Inject
    Proofs proofs;

    @Inject
    ViewerLetters letters;

    @Inject
    Throttle throttle;

    @Inject
    Clock clock;

    /**
     * Says nothing of whether the address is known, and does the same work for one that is not. Fails with
     * {@link foyer.shared.ValidationFailed} for what is no address, with {@link foyer.shared.TooManyRequests} when asked
     * too often.
     *
     * @param submitted {@code eventId}, {@code email}, {@code language}
     */
    public void sendCode(Fields submitted, String callerAddress) {
        var event = browsing.publicEvent(EventId.of(submitted.text("eventId").orElse("")));
        submitted.require("email");
        submitted.text("language");
        var email = submitted.text("email").flatMap(EmailAddress::read);
        if (submitted.text("email").isPresent() && email.isEmpty()) {
            submitted.refuse("email", "invalid", "This is not an e-mail address.");
        }
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        throttle.onAskingForCode(event.id(), email.orElseThrow(), callerAddress);
        send(event, email.orElseThrow());
    }

    private void send(Event event, EmailAddress email) {
        var owner = registrations.ownerOf(event.id(), email);
        var before = owner.orElseGet(() -> Recognition.nobody(event, clock.instant()));
        for (var trial = 0; trial < TRIES; trial++) {
            try {
                sendTo(event, before);
                return;
            } catch (VersionConflict fasterOrNobody) {
                if (owner.isEmpty()) {
                    return;
                }
                before = registrations.find(before.id()).orElse(before);
            }
        }
    }

    private void sendTo(Event event, Registration before) {
        var now = clock.instant();
        var proof = proofs.fresh(before.id(), now);
        var kind =
                event.authType() == AuthType.PASSWORD && before.proven() ? LetterKind.PASSWORD_RESET : LetterKind.CODE;
        var after = before.with(before.credentials().forgiven().withProof(proof.kept(), now), now);
        registrations.replace(before, after, letters.code(after, proof, kind, now));
    }
}
