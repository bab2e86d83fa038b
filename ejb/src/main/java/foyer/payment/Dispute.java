package foyer.payment;

import java.util.Collection;
import java.util.Collections;

/** Whether the payer asked their bank for the money back, in the order in which it can only move on. */
public enum Dispute {
    NONE,
    OPEN,
    WON,
    /** One more after one was won, which some ways to pay allow. A third one is not told from it. */
    OPEN_AGAIN,
    WON_AGAIN,
    /** The bank took the money back for good. */
    LOST;

    /** What all disputes of one payment come to, each of which knows nothing of the others. */
    public static Dispute of(Collection<Dispute> all) {
        var won = Collections.frequency(all, WON);
        if (all.contains(LOST)) {
            return LOST;
        }
        if (all.contains(OPEN)) {
            return won == 0 ? OPEN : OPEN_AGAIN;
        }
        return won == 0 ? NONE : won == 1 ? WON : WON_AGAIN;
    }

    public Dispute or(Dispute other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the payer has the money, or may get it. */
    public boolean standing() {
        return switch (this) {
            case OPEN, OPEN_AGAIN, LOST -> true;
            case NONE, WON, WON_AGAIN -> false;
        };
    }
}
