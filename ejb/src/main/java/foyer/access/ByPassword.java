package foyer.access;

import foyer.event.Event;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Passwords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The ways in by a password: the event's own, which many know, or one that somebody chose when registering. */
@Dependent
class ByPassword {
    private static final String SHARED = "shared";

    private final Registrations registrations;
    private final Passwords passwords;
    private final TriedPasswords tried;
    private final Throttle throttle;

    @Inject
    ByPassword(Registrations registrations, Passwords passwords, TriedPasswords tried, Throttle throttle) {
        this.registrations = registrations;
        this.passwords = passwords;
        this.tried = tried;
        this.throttle = throttle;
    }

    /** Fails with {@link BadCredentials} unless it is the event's password. */
    void proveShared(Event event, String password, String callerAddress) {
        var hash = event.plan().admission().password().hash();
        if (hash == null || password.length() > Wish.LONGEST_PASSWORD) {
            throw new BadCredentials();
        }
        // A herd with the right password waits for one hash and for nothing else, wherever it comes from.
        var outcome = tried.of(password, hash, () -> throttle.beginProving(event.id(), SHARED, callerAddress));
        if (!outcome.right()) {
            if (!outcome.found()) {
                throttle.beginProving(event.id(), SHARED, callerAddress);
            }
            throw new BadCredentials();
        }
        if (outcome.found()) {
            throttle.proved(event.id(), SHARED, callerAddress);
        }
    }

    /**
     * The registration whose password it is; fails with {@link BadCredentials} whatever is wrong, after as long. One that opens
     * nothing yet is as wrong as any other: whoever registered an address with it would learn whether they were the first.
     */
    Registration provePersonal(Event event, EmailAddress email, String password, String callerAddress) {
        throttle.beginProving(event.id(), email.key(), callerAddress);
        var owner = registrations.ownerOf(event.id(), email);
        var chosen = owner.flatMap(registration -> registration.credentials().password());
        if (chosen.isEmpty() || password.length() > Wish.LONGEST_PASSWORD) {
            passwords.matchNothing(password);
            throw new BadCredentials();
        }
        if (!passwords.matches(password, chosen.get().hash()) || !chosen.get().opens()) {
            throw new BadCredentials();
        }
        throttle.proved(event.id(), email.key(), callerAddress);
        return owner.orElseThrow();
    }
}
