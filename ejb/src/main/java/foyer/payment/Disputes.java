package foyer.payment;

/**
 * How often the payer asked their bank for the money back, and what came of it. Some ways to pay allow one dispute after the
 * other. Each of the numbers only grows, so that two of these join number by number.
 *
 * @param opened all that there ever were, whatever became of them
 * @param won those of them that the bank decided for us, who have the money again
 * @param lost those of them by which the bank took the money back for good
 */
public record Disputes(int opened, int won, int lost) {
    public static final Disputes NONE = new Disputes(0, 0, 0);
    public static final Disputes OPEN = new Disputes(1, 0, 0);
    public static final Disputes WON = new Disputes(1, 1, 0);
    public static final Disputes LOST = new Disputes(1, 0, 1);

    /** These and others, which are not among them. */
    public Disputes and(Disputes others) {
        return new Disputes(opened + others.opened, won + others.won, lost + others.lost);
    }

    /** The least that knows what both know of the same ones. */
    public Disputes joined(Disputes other) {
        return new Disputes(Math.max(opened, other.opened), Math.max(won, other.won), Math.max(lost, other.lost));
    }

    /** Whether the bank has still to decide on one. */
    public boolean open() {
        return opened > won + lost;
    }

    /** Whether the payer has the money, or may get it. */
    public boolean standing() {
        return tookAll() || open();
    }

    /** Whether the bank took for good what there was, so that nothing of it is left to be sent back. */
    public boolean tookAll() {
        return lost > 0;
    }

    /** The same, and nothing is left to be decided by the bank either. */
    public boolean lostForGood() {
        return tookAll() && !open();
    }
}
