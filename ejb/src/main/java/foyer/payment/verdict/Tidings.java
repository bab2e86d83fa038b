package foyer.payment.verdict;

/** What somebody is told of a payment; each once. */
public enum Tidings {
    /** It is paid: the receipt, with the seat. */
    RECEIPT,
    /** Money of a delayed method did not come. */
    FAILED,
    /** It came too late and goes back. */
    TOO_LATE,
    /** It was paid twice and goes back. */
    TWICE,
    /** A bank stepped in, and the seat has ended for it. */
    DISPUTED,
    /** Money goes back, all or a part. */
    RETURNED,
    /** The organizer has to look at it. */
    ALERT
}
