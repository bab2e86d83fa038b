package foyer.sandbox.stripe;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.ledger.Call;
import foyer.sandbox.stripe.ledger.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Stripe's API over HTTP. */
final class Api {
    private static final int LARGEST_BODY = 1_000_000;

    private final Accounts accounts;

    Api(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Takes calls whose path, after {@link Stripe#PATH}, begins with {@code /v1}. */
    Answer answer(Request request) throws IOException, InterruptedException {
        var key = request.header("Idempotency-Key").orElse(null);
        try {
            var ledger = accounts.of(request);
            var path = request.path().substring(Stripe.PATH.length());
            var answer = shown(ledger.answer(new Call(request.method(), path, FormBody.read(form(request)), key)));
            return key == null || answer.isLost() ? answer : answer.with("Idempotency-Key", key);
        } catch (StripeError refused) {
            return Answer.json(refused.status(), refused.body());
        } catch (Refusal refused) {
            var error = StripeError.invalid(null, String.valueOf(refused.getMessage()), null);
            return Answer.json(error.status(), error.body());
        }
    }

    private static String form(Request request) throws IOException {
        return request.method().equals("POST")
                ? new String(request.body(LARGEST_BODY), StandardCharsets.UTF_8)
                : Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    }

    private static Answer shown(Reply reply) {
        if (reply.isLost()) {
            return Answer.lost();
        }
        var answer = Answer.json(reply.status(), reply.body())
                .with("Request-Id", reply.requestId())
                .with("Stripe-Version", Books.API_VERSION);
        var limited = reply.status() == 429 ? answer.with("Stripe-Rate-Limited-Reason", "endpoint-rate") : answer;
        return reply.isReplayed() ? limited.with("Idempotent-Replayed", "true") : limited;
    }
}
