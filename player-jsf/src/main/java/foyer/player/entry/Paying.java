package foyer.player.entry;

import foyer.event.Event;
import foyer.payment.checkout.Taken;
import foyer.payment.checkout.TakingPayment;
import foyer.payment.ledger.Checkout;
import foyer.registration.RegistrationId;
import foyer.shared.Fields;
import foyer.shared.Problem;
import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes the form of whoever pays without a module, by the use cases that the API calls. */
@ApplicationScoped
public class Paying {
    static final String VOUCHER = "voucher";

    /** Tells the button that counts a voucher from the one that pays. */
    static final String APPLY = "apply";

    @Inject
    TakingPayment taking;

    @Inject
    HeldSession held;

    Standing take(Event event, Words words, Submission given, Caller caller) {
        try {
            var token = held.token(given);
            var here = stand(event, token, words);
            return here.panel() == Panel.PAY
                    ? take(event, words, given, here.answering(given.only(VOUCHER)), token, caller)
                    : here;
        } catch (Unauthenticated over) {
            return Standing.at(WaysIn.of(event).back()).told(Map.of(), words.of("problem.unproven_payer"));
        }
    }

    /** What the flow says, which the page goes on by. */
    private Standing stand(Event event, String token, Words words) {
        var standing = held.stand(event, token);
        return standing.panel() == Panel.REGISTER ? standing.told(Map.of(), words.of("pay.state.gone")) : standing;
    }

    private Standing take(Event event, Words words, Submission given, Standing here, String token, Caller caller) {
        var dues = Dues.told(event, here.data());
        var id = RegistrationId.of(dues.registration());
        var voucher = given.answer(VOUCHER).orElse("");
        try {
            if (given.answer(APPLY).isPresent()) {
                return here.owing(dues.at(taking.quote(id, token, voucher, caller.address())));
            }
            return taken(taking.checkout(id, token, null, voucher, caller.address()), here, event, token, words);
        } catch (Unauthenticated over) {
            throw over;
        } catch (Problem refused) {
            return refused(refused, stand(event, token, words).answering(here.given()), event, words);
        }
    }

    private Standing taken(Taken taken, Standing here, Event event, String token, Words words) {
        return switch (taken.status()) {
            case OPEN ->
                taken.payment()
                        .atProvider()
                        .map(Checkout::url)
                        .map(here::leadingTo)
                        .orElseGet(() -> told(taken, here, words));
            case COMPLETED, PROCESSING -> stand(event, token, words);
            case QUEUED, FAILED, EXPIRED, REFUNDED, UNDER_REVIEW -> told(taken, here, words);
        };
    }

    private static Standing told(Taken taken, Standing here, Words words) {
        var seconds = Math.max(1, taken.line().delay().toSeconds());
        var key = "pay.state." + Fields.wireName(taken.status());
        return here.told(Map.of(), words.of(key, String.valueOf(seconds)));
    }

    // What stands in the way the flow says, as that another tab has paid meanwhile.
    private static Standing refused(Problem refused, Standing now, Event event, Words words) {
        return now.panel() == Panel.PAY
                ? now.told(
                        Entering.findings(now, refused, event, words),
                        words.told("problem.", refused.code().wireName()))
                : now;
    }
}
