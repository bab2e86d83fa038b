package foyer.payment.stripe;

/** Stripe took this for one call too many, or is at the very same, and did not begin it. Never shown outside. */
final class StripeBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StripeBusy(Throwable cause) {
        super("Stripe refuses one call too many.", cause);
    }
}
