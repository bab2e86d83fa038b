package foyer.payment.provider;

/** What every payment provider promises, and every stand-in for one. */
public interface CheckoutsContract extends OpeningContract, SendingBackContract, DisputesContract, BooksContract {}
