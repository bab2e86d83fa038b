package foyer.audit;

/** What an operator did that moves money, or lets it move. */
public enum Act {
    /** To a payment, of a sum. */
    REFUND_ORDERED,
    /** To an event, with which all its payers get their money back. */
    EVENT_CANCELLED,
    /** The same for an event that is put away. */
    EVENT_ARCHIVED,
    /** A code, with the amount or the percentage that it takes off. */
    VOUCHER_ISSUED,
    VOUCHER_WITHDRAWN,
    /** To a registration that somebody has paid for, or is paying for: what was paid goes back. */
    SEAT_REVOKED,
    /** To a payment that a bank took back for good, with what it took: its payer keeps the seat. */
    LOSS_WRITTEN_OFF
}
