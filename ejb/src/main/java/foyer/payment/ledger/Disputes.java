package foyer.payment.ledger;

/**
 * How often the payer asked their bank for the money back, and what came of it. Some ways to pay allow one dispute after the
 * other, and some a dispute over a part. Each of the numbers only grows, so that two of these join number by number.
 *
 * @param opened all that there ever were, whatever became of them
 * @param won those of them that the bank decided for us, who have the money again
 * @param lost those of them by which the bank took the money back for good
 * @param lostAmount what the bank took by those, in minor units of what was charged; without what was said in another currency
 */
public record Disputes(int opened, int won, int lost, long lostAmount) {
    public static final Disputes NONE = new Disputes(0, 0, 0, 0);
    public static final Disputes OPEN = new Disputes(1, 0, 0, 0);
    public static final Disputes WON = new Disputes(1, 1, 0, 0);

    /** @param minorUnits what the bank took; nothing where it did not say so in the currency that was charged */
    public static Disputes losing(long minorUnits) {
        return new Disputes(1, 0, 1, minorUnits);
    }

    /** These and others, which are not among them. */
    public Disputes and(Disputes others) {
        return new Disputes(
                opened + others.opened, won + others.won, lost + others.lost, lostAmount + others.lostAmount);
    }

    /** The least that knows what both know of the same ones. */
    public Disputes joined(Disputes other) {
        return new Disputes(
                Math.max(opened, other.opened),
                Math.max(won, other.won),
                Math.max(lost, other.lost),
                Math.max(lostAmount, other.lostAmount));
    }

    /** Whether the bank has still to decide on one. */
    public boolean open() {
        return opened > won + lost;
    }

    /** Whether the bank took something back for good, be it all or a part. */
    public boolean anyLost() {
        return lost > 0;
    }

    /** Whether the payer has the money, or may get it: the provider sends back none of it as well. */
    public boolean standing() {
        return anyLost() || open();
    }
}
