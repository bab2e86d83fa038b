package foyer.player.entry;

import foyer.access.Returning;
import foyer.access.Withdrawing;
import foyer.edge.ViewerCookies;
import foyer.event.Event;
import foyer.registration.PaymentStatus;
import foyer.registration.RegistrationId;
import foyer.session.Ending;
import foyer.shared.Fields;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the form of whoever leaves without a module, by the use cases that the API calls. The module {@code leaving.js} offers
 * the same.
 */
@ApplicationScoped
public class Leaving {
    /** Names the buttons. */
    static final String WISH = "leave";

    /** To end the registration, which is asked once more. */
    static final String GIVE_BACK = "give-back";

    static final String SURE = "yes";
    static final String KEEP = "no";
    static final String SIGN_OUT = "sign-out";

    /** What people are told afterwards who wished to go, by the reasons that the modules know, too. */
    private static final String GIVEN_BACK = "given_back";

    private static final String CLOSED = "closed";

    @Inject
    HeldSession held;

    @Inject
    Returning returning;

    @Inject
    Withdrawing withdrawing;

    @Inject
    Ending ending;

    /** Whether a viewer was told to go who had wished to, and may come in again. */
    static boolean wished(Standing standing) {
        return standing.panel() == Panel.REFUSED
                && (standing.reason().equals(GIVEN_BACK) || standing.reason().equals(CLOSED));
    }

    /** Whether a seat was given back, so that there is nothing to come in by. */
    static boolean gaveBack(Standing standing) {
        return wished(standing) && standing.reason().equals(GIVEN_BACK);
    }

    /** Twice, as by a double click, is the same as once. */
    Standing take(Event event, Words words, Submission given) {
        var wish = given.answer(WISH).orElse(KEEP);
        try {
            return take(wish, event, words, given, held.token(given));
        } catch (Unauthenticated over) {
            return wish.equals(SIGN_OUT)
                    ? gone(event, CLOSED)
                    : Standing.at(WaysIn.of(event).back()).told(Map.of(), words.of("problem.expired"));
        }
    }

    private Standing take(String wish, Event event, Words words, Submission given, String token) {
        var here = stand(event, words, token);
        if (here.message() != null) {
            return here;
        }
        return WaysOut.openTo(here) || wish.equals(SURE) ? leave(wish, event, words, given, here, token) : here;
    }

    /** Where whoever sent this stands, with nothing done for it; the page has a form that is good then. */
    Standing again(Event event, Words words, Submission given) {
        try {
            return stand(event, words, held.token(given));
        } catch (Unauthenticated over) {
            return Standing.at(WaysIn.of(event).back());
        }
    }

    // Nobody loses what they hold because something does not answer.
    private Standing stand(Event event, Words words, String token) {
        try {
            return held.stand(event, token);
        } catch (Unauthenticated over) {
            throw over;
        } catch (Problem silent) {
            return HeldSession.unknown(token)
                    .told(Map.of(), words.told("problem.", silent.code().wireName()));
        }
    }

    private Standing leave(String wish, Event event, Words words, Submission given, Standing here, String token) {
        try {
            return switch (wish) {
                case SIGN_OUT -> signOut(event, here, token);
                case GIVE_BACK -> ask(words, given, here, token);
                case SURE -> giveBack(event, here, token);
                default -> here;
            };
        } catch (Unauthenticated over) {
            throw over;
        } catch (Problem refused) {
            return here.told(Map.of(), words.told("problem.", refused.code().wireName()));
        }
    }

    private Standing signOut(Event event, Standing here, String token) {
        ending.close(String.valueOf(here.held("sessionId")), token);
        return gone(event, CLOSED);
    }

    /** Nobody is to make up their mind about what is refused anyway. */
    private Standing ask(Words words, Submission given, Standing here, String token) {
        var paid = registration(here)
                .map(id -> returning.registration(id, token).get("paymentStatus"))
                .filter(Fields.wireName(PaymentStatus.COMPLETED)::equals)
                .isPresent();
        return paid
                ? here.told(Map.of(), words.told("problem.", ProblemCode.ALREADY_PAID.wireName()))
                : here.answering(given.only(WISH));
    }

    private Standing giveBack(Event event, Standing here, String token) {
        var own = registration(here);
        own.ifPresent(id -> withdrawing.withdraw(id, token));
        return own.isPresent() ? gone(event, GIVEN_BACK) : here;
    }

    private static Optional<RegistrationId> registration(Standing here) {
        return Optional.ofNullable(here.held("registrationId")).map(id -> RegistrationId.of(id.toString()));
    }

    private static Standing gone(Event event, String reason) {
        return Standing.at(Panel.REFUSED)
                .because(reason)
                .knownBy(ViewerCookies.clearing(event.id().value()));
    }
}
