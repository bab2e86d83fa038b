package foyer.sandbox.stripe.ledger;

import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;

/**
 * What a call is answered.
 *
 * @param status of HTTP; 0 where the answer is lost on its way
 * @param requestId the header {@code Request-Id}
 * @param isReplayed whether an earlier call under the same key was answered so (the header {@code Idempotent-Replayed})
 * @param isBegun whether the call had begun, so that its result is kept under its key
 */
public record Reply(int status, Tree body, String requestId, boolean isReplayed, boolean isBegun) {
    static Reply of(Tree body, String requestId) {
        return new Reply(200, body, requestId, false, true);
    }

    static Reply of(StripeError error, String requestId) {
        return new Reply(error.status(), error.body(), requestId, false, error.isBegun());
    }

    /** It happened, and nobody is told. */
    Reply lost() {
        return new Reply(0, new Tree(), requestId, false, isBegun);
    }

    Reply replayed() {
        return new Reply(status, body.copy(), requestId, true, isBegun);
    }

    public boolean isLost() {
        return status == 0;
    }

    public boolean isOk() {
        return status == 200;
    }
}
