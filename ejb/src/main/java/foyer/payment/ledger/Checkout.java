package foyer.payment.ledger;

/**
 * The provider's side of a payment.
 *
 * @param id as the provider calls it
 * @param url where the payer pays
 */
public record Checkout(String id, String url) {}
