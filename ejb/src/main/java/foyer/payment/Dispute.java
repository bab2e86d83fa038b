package foyer.payment;

/** Whether the payer asked their bank for the money back, in the order in which it can only move on. */
public enum Dispute {
    NONE,
    OPEN,
    WON,
    /** The bank took the money back for good. */
    LOST;

    public Dispute or(Dispute other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the payer has the money, or may get it. */
    public boolean standing() {
        return this == OPEN || this == LOST;
    }
}
