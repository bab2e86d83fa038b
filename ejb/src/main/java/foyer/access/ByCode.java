package foyer.access;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.event.PasswordTerms.Mode;
import foyer.registration.Credentials;
import foyer.registration.PersonalPassword;
import foyer.registration.ProofUse;
import foyer.registration.Receipt;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.Alongside;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Passwords;
import foyer.traffic.FreshId;
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

    /**
     * The registration whose address it proved; fails with {@link BadCredentials} whatever is wrong.
     *
     * @param shown with a code
     * @param call what the code is used up by
     */
    Registration prove(Event event, EmailAddress email, Shown shown, FreshId call, String callerAddress) {
        throttle.beginProving(event.id(), email.key(), callerAddress);
        var owner = registrations.ownerOf(event.id(), email);
        var proven = recognition.provenBefore(owner, call).orElseGet(() -> proven(event, email, owner, shown, call));
        throttle.proved(event.id(), email.key(), callerAddress);
        return proven;
    }

    private Registration proven(
            Event event, EmailAddress email, Optional<Registration> owner, Shown shown, FreshId call) {
        var code = String.valueOf(shown.code());
        var own = right(owner, code);
        var receipt = own ? Optional.<Receipt>empty() : receipt(event, email, owner, code);
        if (!own && receipt.isEmpty()) {
            throw wrong(event, owner);
        }
        // Before anything is used up: those who wait for hashes may be too many.
        var hash = passwordToProve(event, owner.orElseThrow(), shown);
        return recognition.proven(
                event,
                owner.orElseThrow(),
                registration -> !own || right(Optional.of(registration), code),
                credentials -> used(credentials, hash, proofs.use(call, clock.instant())),
                receipt.map(registrations::using).orElseGet(Alongside::nothing));
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

    private boolean right(Optional<Registration> owner, String code) {
        return owner.filter(registration ->
                        proofs.codeOpens(registration.id(), registration.credentials(), code, clock.instant()))
                .isPresent();
    }

    private static Credentials used(Credentials credentials, @Nullable String hash, ProofUse use) {
        var without = credentials.withoutProofs(use);
        return hash == null ? without : without.withProvenPassword(hash);
    }

    /** The hash of what opens from now on; null where that stays as it is. */
    private @Nullable String passwordToProve(Event event, Registration owner, Shown shown) {
        if (event.authType() != AuthType.PASSWORD
                || event.plan().admission().password().mode() != Mode.PERSONAL) {
            return null;
        }
        if (shown.password() != null) {
            return passwords.hash(shown.password());
        }
        return shown.triedPassword() == null ? null : unprovenHash(owner, shown.triedPassword());
    }

    // Whoever mistyped the password that they have is not to have another one, without a word, for having asked for a
    // code.
    private @Nullable String unprovenHash(Registration owner, String tried) {
        return owner.credentials()
                .password()
                .filter(chosen -> !chosen.proven() && tried.length() <= Wish.LONGEST_PASSWORD)
                .map(PersonalPassword::hash)
                .filter(hash -> passwords.matches(tried, hash))
                .orElse(null);
    }
}
