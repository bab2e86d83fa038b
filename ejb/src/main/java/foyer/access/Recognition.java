package foyer.access;

import foyer.event.Event;
import foyer.registration.Credentials;
import foyer.registration.Fee;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.Registrations;
import foyer.session.Ending;
import foyer.shared.Alongside;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import foyer.traffic.FreshId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Writes down what somebody's credentials proved, or that they were wrong. */
@Dependent
class Recognition {
    private static final int TRIES = 5;

    private final Registrations registrations;
    private final ViewerLetters letters;
    private final Ending ending;
    private final Clock clock;

    @Inject
    Recognition(Registrations registrations, ViewerLetters letters, Ending ending, Clock clock) {
        this.registrations = registrations;
        this.letters = letters;
        this.ending = ending;
        this.clock = clock;
    }

    /**
     * Its address is proven; what it gained by that is told by letter. Fails with {@link BadCredentials} when the
     * credentials are not right any more, as when two use them at once.
     *
     * @param opens whether what was shown is right for these credentials
     * @param used the credentials after that use
     * @param alongside written with it
     */
    Registration proven(
            Event event,
            Registration found,
            Predicate<Registration> opens,
            UnaryOperator<Credentials> used,
            Alongside alongside) {
        var before = found;
        for (var trial = 0; trial < TRIES; trial++) {
            if (!opens.test(before)) {
                throw new BadCredentials();
            }
            try {
                return written(event, before, used, alongside);
            } catch (VersionConflict faster) {
                before = registrations.find(found.id()).orElseThrow(BadCredentials::new);
            } catch (WrongState over) {
                throw new BadCredentials();
            }
        }
        throw new BadCredentials();
    }

    /**
     * Whose address this very call has proven before, when nobody knew how it ended: what it showed is used up, and lets it in
     * all the same.
     */
    Optional<Registration> provenBefore(Optional<Registration> found, FreshId call) {
        return found.filter(registration -> call.handedOutBefore()
                && !registration.state().over()
                && registration.credentials().usedBy(call.value(), clock.instant()));
    }

    /**
     * Counts a wrong code; in the same calls where there is nobody to count it for. So it is once no code counts any more: whoever
     * goes on guessing is not to overtake the viewer, who proves their address by the link.
     */
    void wrong(Event event, Optional<Registration> found) {
        var now = clock.instant();
        var counting = found.filter(registration -> registration.credentials().openByCodesAt(now));
        for (var trial = 0; trial < TRIES; trial++) {
            var before = counting.orElseGet(() -> nobody(event, now));
            try {
                registrations.replace(before, before.with(before.credentials().withWrongCode(now), now));
                return;
            } catch (VersionConflict fasterOrNobody) {
                if (counting.isEmpty()) {
                    return;
                }
                counting = registrations
                        .find(before.id())
                        .filter(registration -> registration.credentials().openByCodesAt(now));
            }
        }
    }

    /** Somebody who is not there, for calls that shall be the same as for somebody who is. */
    static Registration nobody(Event event, Instant now) {
        return new Registration(
                RegistrationId.fresh(),
                event.id(),
                new EmailAddress("nobody@example.invalid"),
                Map.of(),
                "en",
                RegistrationState.CONFIRMED,
                Fee.NONE,
                true,
                Credentials.NONE,
                null,
                1,
                now,
                now,
                false);
    }

    private Registration written(
            Event event, Registration before, UnaryOperator<Credentials> used, Alongside alongside) {
        var now = clock.instant();
        var proven = before.prove(event.plan().enrolment().approval(), now);
        var after = proven.with(used.apply(proven.credentials().addressProven()), now);
        if (after.equals(before)) {
            return before;
        }
        // Of an event that was called off everybody has heard, and nobody is sent a ticket for it any more.
        var told =
                !event.takenDown() && (after.state() != before.state() || (after.payableAt(now) && !before.proven()));
        var news = told ? new Outgoing[] {letters.standing(after, now)} : new Outgoing[0];
        if (before.proven()
                && !after.credentials().password().equals(before.credentials().password())) {
            // What another password opened is over.
            ending.revoke(
                    after.id().value(),
                    after.version(),
                    sessions -> registrations.replace(before, after, Alongside.of(alongside, sessions), news));
        } else {
            registrations.replace(before, after, alongside, news);
        }
        return after;
    }
}
