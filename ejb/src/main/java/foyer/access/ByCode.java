package foyer.access;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.event.PasswordTerms.Mode;
import foyer.registration.Credentials;
import foyer.registration.Receipt;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Passwords;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way in by an address and the code that was sent to it. A password beside it is from now on the one that opens, whether
 * it was chosen when registering or is a new one.
 */
@Dependent
class ByCode {
    private final Registrations registrations;
    private final Proofs proofs;
    private final Recognition recognition;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Clock clock;

    @Inject
    ByCode(
            Registrations registrations,
            Proofs proofs,
            Recognition recognition,
            Passwords passwords,
            Throttle throttle,
            Clock clock) {
        this.registrations = registrations;
        this.proofs = proofs;
        this.recognition = recognition;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** The registration whose address it proved; fails with {@link BadCredentials} whatever is wrong. */
    Registration prove(
            Event event, EmailAddress email, String code, @Nullable String newPassword, String callerAddress) {
        throttle.beginProving(event.id(), email.key(), callerAddress);
        var owner = registrations.ownerOf(event.id(), email);
        var own = right(owner, code);
        var receipt = own ? Optional.<Receipt>empty() : receipt(event, email, owner, code);
        if (!own && receipt.isEmpty()) {
            throw wrong(event, owner);
        }
        // Before anything is used up: those who wait for hashes may be too many.
        var hash = changes(event, newPassword) ? passwords.hash(String.valueOf(newPassword)) : null;
        if (receipt.filter(found -> !useUp(found)).isPresent()) {
            throw wrong(event, owner);
        }
        var proven = recognition.proven(
                event,
                owner.orElseThrow(),
                registration -> !own || right(Optional.of(registration), code),
                credentials -> used(credentials, hash));
        throttle.proved(event.id(), email.key(), callerAddress);
        return proven;
    }

    private BadCredentials wrong(Event event, Optional<Registration> owner) {
        recognition.wrong(event, owner);
        return new BadCredentials();
    }

    /** Whose code it is, of somebody who registered again. */
    private Optional<Receipt> receipt(Event event, EmailAddress email, Optional<Registration> owner, String code) {
        return registrations
                .lastReceiptOf(event.id(), email)
                .filter(found -> owner.filter(
                                registration -> proofs.codeOpens(found, registration, code, clock.instant()))
                        .isPresent());
    }

    /** False where somebody was faster. */
    private boolean useUp(Receipt receipt) {
        try {
            registrations.use(receipt);
            return true;
        } catch (VersionConflict faster) {
            return false;
        }
    }

    private boolean right(Optional<Registration> owner, String code) {
        return owner.filter(registration ->
                        proofs.codeOpens(registration.id(), registration.credentials(), code, clock.instant()))
                .isPresent();
    }

    private static Credentials used(Credentials credentials, @Nullable String hash) {
        var without = credentials.withoutProofs();
        return hash == null ? without : without.withProvenPassword(hash);
    }

    private static boolean changes(Event event, @Nullable String newPassword) {
        return newPassword != null
                && event.authType() == AuthType.PASSWORD
                && event.plan().admission().password().mode() == Mode.PERSONAL;
    }
}
