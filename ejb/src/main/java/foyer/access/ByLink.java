package foyer.access;

import foyer.event.Event;
import foyer.registration.AccessLinks;
import foyer.registration.Credentials;
import foyer.registration.Receipt;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.Alongside;
import foyer.shared.BadCredentials;
import foyer.traffic.FreshId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
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

    /**
     * The registration that it opens; fails with {@link BadCredentials} whatever is wrong.
     *
     * @param call what a proof is used up by
     */
    Registration prove(Event event, String text, FreshId call) {
        var token = LinkToken.read(text).orElseThrow(BadCredentials::new);
        return token.isProof() ? byProof(event, token, call) : byAccessLink(event, token);
    }

    // Who follows a letter's link has shown that the address is theirs, and takes the seat that was offered.
    private Registration byAccessLink(Event event, LinkToken token) {
        var found = ofEvent(event, registrations.find(token.id()).orElseThrow(BadCredentials::new));
        return recognition.proven(
                event,
                found,
                registration -> links.opens(registration, token.text()),
                UnaryOperator.identity(),
                Alongside.nothing());
    }

    private Registration byProof(Event event, LinkToken token, FreshId call) {
        var found = registrations.find(token.id());
        var before = recognition.provenBefore(call.handedOutBefore() ? found.or(() -> owner(token)) : found, call);
        if (before.isPresent()) {
            return ofEvent(event, before.get());
        }
        if (found.isEmpty()) {
            return byReceipt(event, token, call);
        }
        return recognition.proven(
                event,
                ofEvent(event, found.get()),
                registration -> proofs.linkOpens(registration.credentials(), token.text(), clock.instant()),
                credentials -> usedUp(credentials, call),
                Alongside.nothing());
    }

    // It proves the address of somebody who registered twice, so it opens the first registration.
    private Registration byReceipt(Event event, LinkToken token, FreshId call) {
        var receipt = registrations
                .receipt(token.id())
                .filter(found -> proofs.linkOpens(found.credentials(), token.text(), clock.instant()))
                .orElseThrow(BadCredentials::new);
        return recognition.proven(
                event,
                owner(event, receipt),
                any -> true,
                credentials -> usedUp(credentials, call),
                registrations.using(receipt));
    }

    private Credentials usedUp(Credentials credentials, FreshId call) {
        return credentials.withoutProofs(proofs.use(call, clock.instant()));
    }

    private Optional<Registration> owner(LinkToken token) {
        return registrations.ownerByReceipt(token.id()).flatMap(registrations::find);
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
