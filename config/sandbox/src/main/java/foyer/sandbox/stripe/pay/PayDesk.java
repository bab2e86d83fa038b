package foyer.sandbox.stripe.pay;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.checkout.Outcome;
import foyer.sandbox.stripe.checkout.Sessions;
import foyer.sandbox.stripe.ledger.Outside;
import foyer.sandbox.stripe.payment.Billing;
import foyer.sandbox.stripe.payment.TestCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.function.Function;

/** The page a shopper is sent to, under {@code /stripe/pay/{session}} (docs.stripe.com/payments/checkout). */
public final class PayDesk {
    private static final int LARGEST_FORM = 10_000;
    private static final String CHALLENGE = "/challenge";
    private static final Billing NOBODY = new Billing(null, null, null);

    private final String path;
    private final Clock clock;
    private final Function<String, Outside> keeperOf;
    private final Function<String, Tree> forms;
    private final PayPage page = new PayPage();

    /**
     * @param path before a session's id, without a slash at its end
     * @param keeperOf where the session of an id is kept; fails with a {@link StripeError} where it is nowhere
     * @param forms reads a form
     */
    public PayDesk(String path, Clock clock, Function<String, Outside> keeperOf, Function<String, Tree> forms) {
        this.path = path;
        this.clock = clock;
        this.keeperOf = keeperOf;
        this.forms = forms;
    }

    public void addTo(Routes routes) {
        routes.on("GET", path + "/assets/*", asked -> PayPage.asset(asked.path().substring(path.length() + 8)))
                .on("GET", path + "/*", this::show)
                .on("POST", path + "/*", this::send);
    }

    private Answer show(Request request) {
        var id = id(request);
        var session = session(id);
        if (!session.is("status", "open")) {
            return page.ended(session);
        }
        return isChallenge(request) ? page.challenge(session) : page.form(session, NOBODY, null);
    }

    private Answer send(Request request) throws IOException {
        var form = forms.apply(new String(request.body(LARGEST_FORM), StandardCharsets.UTF_8));
        var id = id(request);
        var session = session(id);
        // Sent twice: the second is led on as the first was.
        if (session.is("status", "complete")) {
            return success(session);
        }
        if (!session.is("status", "open")) {
            return page.ended(session);
        }
        var typed = PayForm.of(form);
        try {
            return led(isChallenge(request) ? answered(id, form) : paid(session, typed), typed);
        } catch (StripeError refused) {
            return page.form(session(id), typed.billing(), String.valueOf(refused.getMessage()));
        }
    }

    private Outcome answered(String id, Tree form) {
        return keeperOf.apply(id).authenticate(id, form.is("answer", "complete"));
    }

    private Outcome paid(Tree session, PayForm typed) {
        var means = session.number("amount_total") == 0 ? TestCard.SUCCESS : typed.means(YearMonth.now(clock));
        return keeperOf.apply(session.id()).pay(session.id(), means, typed.billing());
    }

    private Answer led(Outcome outcome, PayForm typed) {
        var session = outcome.session();
        return switch (outcome.step()) {
            case PAID, PROCESSING -> success(session);
            case CHALLENGED -> redirect(path + "/" + session.id() + CHALLENGE);
            case DECLINED ->
                page.form(
                        session(session.id()),
                        typed.billing(),
                        outcome.message().orElse("Declined."));
        };
    }

    private static Answer success(Tree session) {
        return redirect(session.text("success_url").replace(Sessions.OWN_ID, session.id()));
    }

    private static Answer redirect(String address) {
        return Answer.empty(303).with("Location", address).with("Cache-Control", "no-store");
    }

    private Tree session(String id) {
        try {
            return keeperOf.apply(id).session(id);
        } catch (StripeError unknown) {
            throw Refusal.notFound(path + "/" + id);
        }
    }

    private String id(Request request) {
        var rest = request.path().substring(Math.min(request.path().length(), path.length() + 1));
        return isChallenge(request) ? rest.substring(0, rest.length() - CHALLENGE.length()) : rest;
    }

    private static boolean isChallenge(Request request) {
        return request.path().endsWith(CHALLENGE);
    }
}
