package foyer.payment.provider;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The payment provider understood what was asked, and will not do it. */
public final class CheckoutRefused extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param words for the viewer: the provider was not even asked */
    public CheckoutRefused(String words) {
        super(ProblemCode.WRONG_STATE, words);
    }

    /** The same in words that say nothing of the account or of what it sells. */
    public CheckoutRefused forViewers() {
        return getCause() == null
                ? this
                : new CheckoutRefused("This cannot be paid at present. The organizer has been told.");
    }

    /** @param why the provider's words, for operators */
    public CheckoutRefused(String why, Throwable cause) {
        super(ProblemCode.WRONG_STATE, "The payment provider refused this: " + why, cause);
    }
}
