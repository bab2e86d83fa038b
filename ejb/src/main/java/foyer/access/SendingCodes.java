package foyer.access;

import foyer.event.Event;
import foyer.mail.LetterKind;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.EmailAddress;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * Sends a code and a link to whoever has registered an address, and does the same work for one that nobody has. Nothing new is sent
 * to whoever was sent two a moment ago, which still open.
 */
@Dependent
class SendingCodes {
    private static final int TRIES = 12;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Registrations registrations;
    private final Proofs proofs;
    private final ViewerLetters letters;
    private final Clock clock;

    @Inject
    SendingCodes(Registrations registrations, Proofs proofs, ViewerLetters letters, Clock clock) {
        this.registrations = registrations;
        this.proofs = proofs;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Fails with {@link Unavailable} where so much else becomes of the registration at this moment that no letter could be written.
     *
     * @param kind of the letter to that registration
     */
    void send(Event event, EmailAddress email, Function<Registration, LetterKind> kind) {
        var owner = registrations.ownerOf(event.id(), email);
        var before = owner.orElseGet(() -> Recognition.nobody(event, clock.instant()));
        for (var trial = 0; trial < TRIES; trial++) {
            try {
                sendTo(before, kind.apply(before));
                return;
            } catch (VersionConflict fasterOrNobody) {
                if (owner.isEmpty()) {
                    return;
                }
                before = registrations.find(before.id()).orElse(before);
            }
        }
        throw new Unavailable("Much happens to this registration at once. Please try again.", SOON);
    }

    private void sendTo(Registration before, LetterKind kind) {
        var now = clock.instant();
        if (proofs.enough(before.credentials(), now)) {
            // The store is asked for the same, whoever measures it.
            registrations.replace(before, before.with(before.credentials(), now));
            return;
        }
        var proof = proofs.fresh(before, now);
        var after = before.with(before.credentials().forgiven().withProof(proof.kept(), now), now);
        registrations.replace(before, after, letters.code(after, proof, kind, now));
    }
}
