package foyer.payment.ledger;

/** How far a checkout has come at the provider, in the order in which it can only move on. */
public enum Progress {
    /** We mean to ask for it; whether the provider knows of it is not known. */
    INTENDED,
    /** Somebody can pay. */
    OPEN,
    /** The payer is done, and the money takes its time. */
    PROCESSING,
    /** The money of a delayed method did not come. */
    FAILED,
    /** Nobody can pay any more. */
    EXPIRED,
    /** The money is there. Nothing undoes that but a refund or a dispute. */
    PAID;

    public Progress or(Progress other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
