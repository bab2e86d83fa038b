package foyer.audit;

/**
 * What an operator did that moves money, or lets it move. Those that this version knows are named here. During an update a
 * newer node may have written others, which are read, and shown, by their names.
 *
 * @param name as it is stored: upper case, with an underscore between words
 */
public record Act(String name) {
    /** To a payment, of a sum. */
    public static final Act REFUND_ORDERED = new Act("REFUND_ORDERED");

    /** To an event, with which all its payers get their money back. */
    public static final Act EVENT_CANCELLED = new Act("EVENT_CANCELLED");

    /** The same for an event that is put away. */
    public static final Act EVENT_ARCHIVED = new Act("EVENT_ARCHIVED");

    /** A code, with the amount or the percentage that it takes off. */
    public static final Act VOUCHER_ISSUED = new Act("VOUCHER_ISSUED");

    public static final Act VOUCHER_WITHDRAWN = new Act("VOUCHER_WITHDRAWN");

    /** To a registration that somebody has paid for, or is paying for: what was paid goes back. */
    public static final Act SEAT_REVOKED = new Act("SEAT_REVOKED");

    /** To a payment that a bank took back for good, with what it took: its payer keeps the seat. */
    public static final Act LOSS_WRITTEN_OFF = new Act("LOSS_WRITTEN_OFF");
}
