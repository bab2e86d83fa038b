package foyer.payment.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What we made of a payment. Each leads only to those that {@link #next} names, so that none is ever undone. */
public enum Outcome {
    UNDECIDED,
    /** Nobody paid in time; whoever pays all the same is late. */
    LAPSED,
    /** It gives access. */
    GRANTED,
    /** It gave access, and gives none any more. */
    WITHDRAWN,
    /** It came when there was no seat left. */
    TOO_LATE,
    /** Its registration was paid already. */
    TWICE,
    /** Its registration or its event was cancelled meanwhile. */
    CANCELLED,
    /** It is not what was to be paid: a person has to look at it. */
    MISMATCHED,
    /** All of it went back. */
    REFUNDED;

    /** Which others it may still become. */
    public Set<Outcome> next() {
        return switch (this) {
            case UNDECIDED -> EnumSet.of(LAPSED, GRANTED, TOO_LATE, TWICE, CANCELLED, MISMATCHED);
            case LAPSED -> EnumSet.of(GRANTED, TOO_LATE, TWICE, CANCELLED, MISMATCHED);
            case GRANTED -> EnumSet.of(WITHDRAWN, REFUNDED);
            case WITHDRAWN, TOO_LATE, TWICE, CANCELLED, MISMATCHED -> EnumSet.of(REFUNDED);
            case REFUNDED -> EnumSet.noneOf(Outcome.class);
        };
    }

    /** Whether nobody may keep the money. */
    boolean owesAll() {
        return switch (this) {
            case WITHDRAWN, TOO_LATE, TWICE, CANCELLED -> true;
            case UNDECIDED, LAPSED, GRANTED, MISMATCHED, REFUNDED -> false;
        };
    }

    /** Whether access was given and is given no more. */
    public boolean tookBack() {
        return this == WITHDRAWN || this == REFUNDED;
    }

    /** Whether the voucher by which it was begun is used: it is free again for one that gives no access. */
    public boolean usesVoucher() {
        return switch (this) {
            case UNDECIDED, GRANTED -> true;
            case LAPSED, WITHDRAWN, TOO_LATE, TWICE, CANCELLED, MISMATCHED, REFUNDED -> false;
        };
    }
}
