package foyer.access;

import foyer.event.Event;
import foyer.registration.AccessLinks;
import foyer.registration.Credentials;
import foyer.registration.Receipt;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.BadCredentials;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * The way in by a link of a letter: by the lasting one of a registration, or by one that proves an address once. Nothing is
 * throttled here, for nobody guesses 128 bits.
 */
@Dependent
class ByLink {
    private final Registrations registrations;
    private final AccessLinks links;
    private final Proofs proofs;
    private final Recognition recognition;
    private final Clock clock;

    @Inject
    ByLink(Registrations registrations, AccessLinks links, Proofs proofs, Recognition recognition, Clock clock) {
        this.registrations = registrations;
        this.links = links;
        this.proofs = proofs;
        this.recognition = recognition;
        this.clock = clock;
    }

    /** The registration that it opens; fails with {@link BadCredentials} whatever is wrong. */
    Registration prove(Event event, String text) {
        var token = LinkToken.read(text).orElseThrow(BadCredentials::new);
        return token.isProof() ? byProof(event, token) : byAccessLink(event, token);
    }

    // Who follows a letter's link has shown that the address is theirs, and takes the seat that was offered.
    private Registration byAccessLink(Event event, LinkToken token) {
        var found = ofEvent(event, registrations.find(token.id()).orElseThrow(BadCredentials::new));
        return recognition.proven(
                event, found, registration -> links.opens(registration, token.text()), UnaryOperator.identity());
    }

    private Registration byProof(Event event, LinkToken token) {
        var found = registrations.find(token.id());
        if (found.isEmpty()) {
            return byReceipt(event, token);
        }
        return recognition.proven(
                event,
                ofEvent(event, found.get()),
                registration -> proofs.linkOpens(registration.credentials(), token.text(), clock.instant()),
                Credentials::withoutProofs);
    }

    // It proves the address of somebody who registered twice, so it opens the first registration.
    private Registration byReceipt(Event event, LinkToken token) {
        var receipt = registrations
                .receipt(token.id())
                .filter(found -> proofs.linkOpens(found.credentials(), token.text(), clock.instant()))
                .orElseThrow(BadCredentials::new);
        var owner = owner(event, receipt);
        try {
            registrations.use(receipt);
        } catch (VersionConflict faster) {
            throw new BadCredentials();
        }
        return recognition.proven(event, owner, any -> true, Credentials::withoutProofs);
    }

    private Registration owner(Event event, Receipt receipt) {
        return ofEvent(event, registrations.find(receipt.owner()).orElseThrow(BadCredentials::new));
    }

    private static Registration ofEvent(Event event, Registration found) {
        if (!found.event().equals(event.id())) {
            throw new BadCredentials();
        }
        return found;
    }
}
