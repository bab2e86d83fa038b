package foyer.payment.ledger;

/** What every keeper of payments promises. */
public interface PaymentsContract extends WritingContract, CallingContract, ListingContract {}
