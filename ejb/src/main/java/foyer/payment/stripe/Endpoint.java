package foyer.payment.stripe;

/** The calls of Stripe's API that we make; each has a rate of its own at Stripe (docs.stripe.com/rate-limits). */
enum Endpoint {
    OPEN(true),
    CLOSE(true),
    REFUND(true),
    LOOK(false),
    INTENT(false),
    REFUNDS(false),
    DISPUTES(false),
    SESSIONS(false),
    EVENTS(false);

    private final boolean writes;

    Endpoint(boolean writes) {
        this.writes = writes;
    }

    /** Whether it changes something, so that it goes under a key. */
    boolean writes() {
        return writes;
    }
}
