package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Tree;

/**
 * Why a bank says no (docs.stripe.com/declines/codes).
 *
 * @param code Stripe's error code
 * @param reason Stripe's decline code
 * @param message what the shopper reads
 */
public record Decline(String code, String reason, String message) {
    static Decline of(String reason, String message) {
        return new Decline("card_declined", reason, message);
    }

    /** A decline that has an error code of its own. */
    static Decline coded(String code, String message) {
        return new Decline(code, code, message);
    }

    /** The error an intent keeps and a call answers. */
    Tree error(String charge, Tree paymentMethod) {
        return new Tree()
                .with("charge", charge)
                .with("code", code)
                .with("decline_code", reason)
                .with("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'))
                .with("message", message)
                .with("payment_method", paymentMethod.copy())
                .with("type", "card_error");
    }
}
