package foyer.access;

import foyer.access.Joined.Admitted;
import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.PasswordTerms.Mode;
import foyer.mail.LetterKind;
import foyer.registration.AccessLinks;
import foyer.registration.Application;
import foyer.registration.Credentials;
import foyer.registration.Discounts;
import foyer.registration.Guesses;
import foyer.registration.PersonalPassword;
import foyer.registration.PersonalPassword.Trust;
import foyer.registration.Registered;
import foyer.registration.Registering;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.SoldOut;
import foyer.shared.Fields;
import foyer.shared.Outgoing;
import foyer.shared.Passwords;
import foyer.shared.WrongState;
import foyer.traffic.FreshId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registers people, and leads them to what stands next. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Joining {
    @Inject
    Browsing browsing;

    @Inject
    Registering registering;

    @Inject
    Proofs proofs;

    @Inject
    ViewerLetters letters;

    @Inject
    Entering entering;

    @Inject
    Reminding reminding;

    @Inject
    Discounts discounts;

    @Inject
    Throttle throttle;

    @Inject
    AccessLinks links;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /**
     * Registers an address for an event. A second time it is answered as the first time, and its owner is told by letter.
     * Fails with {@link foyer.shared.ValidationFailed} that carries all findings, with
     * {@link SoldOut}, {@link foyer.registration.RegistrationClosed}, with
     * {@link foyer.shared.TooManyRequests} when this is tried too often for one address.
     *
     * @param submitted {@code eventId}, {@code email}, {@code userData}, {@code password}, {@code language}
     * @param freshId of the registration, the same one when the same call is repeated, which has its seat if the first took it
     * @param callerAddress the network address the call came from
     */
    public Joined join(Fields submitted, FreshId freshId, String callerAddress) {
        var event = browsing.publicEvent(EventId.of(submitted.text("eventId").orElse("")));
        if (event.authType() == AuthType.PASSWORD && mode(event) == Mode.SHARED) {
            throw new WrongState("Nobody registers for this event: it opens with its password.");
        }
        var wish = Wish.read(event, submitted);
        throttle.onJoining(event.id(), wish.email(), callerAddress);
        var voucher = wish.voucher()
                .map(typed -> discounts.admitted(event, typed, callerAddress))
                .orElse(null);
        var hash = wish.password().map(passwords::hash).orElse(null);
        var now = clock.instant();
        return joined(event, registered(event, application(event, freshId, wish, hash, voucher, now)), now);
    }

    private Registered registered(Event event, Application application) {
        try {
            return registering.register(event, application);
        } catch (SoldOut full) {
            reminding.whoeverHasRegistered(event, application.email());
            throw full;
        }
    }

    private Application application(
            Event event,
            FreshId freshId,
            Wish wish,
            @Nullable String passwordHash,
            @Nullable String voucher,
            Instant now) {
        var id = new RegistrationId(freshId.value());
        var proof = proofs.fresh(id, now);
        var waived = !event.plan().admission().verifyEmail();
        var password =
                passwordHash == null ? null : new PersonalPassword(passwordHash, waived ? Trust.WAIVED : Trust.CLAIMED);
        var credentials = new Credentials(AccessLinks.freshSeed(), List.of(proof.kept()), Guesses.NONE, password);
        return new Application(
                id,
                freshId.handedOutBefore(),
                wish.email(),
                wish.answers(),
                wish.language(),
                waived,
                credentials,
                voucher,
                first(proof, now),
                letters.again(event.id(), wish.email(), wish.language(), proof, now));
    }

    private Function<Registration, Outgoing> first(FreshProof proof, Instant now) {
        return registration -> registration.proven() || registration.state() == RegistrationState.WAITING
                ? letters.standingUnproven(registration, now)
                : letters.code(registration, proof, LetterKind.CODE, now);
    }

    private Joined joined(Event event, Registered registered, Instant now) {
        var submitted = registered.submitted();
        if (registered.first() && submitted.proven()) {
            var letIn = entering.enter(event, submitted);
            return new Joined(submitted, letIn.flow(), admitted(submitted, letIn));
        }
        return new Joined(
                submitted, registered.first() ? Flow.of(event, submitted, now) : again(event, submitted), null);
    }

    private @Nullable Admitted admitted(Registration submitted, LetIn letIn) {
        return letIn.opened() == null ? null : new Admitted(letIn, links.addressOf(submitted));
    }

    // Where no proof is asked for, a second one has to be proven all the same, or anybody would come in by an address.
    private Flow again(Event event, Registration submitted) {
        return submitted.state() == RegistrationState.WAITING
                ? Flow.waiting(event, Flow.WAITING_LIST)
                : Flow.at(event, Step.VERIFY);
    }

    private static Mode mode(Event event) {
        return event.plan().admission().password().mode();
    }
}
