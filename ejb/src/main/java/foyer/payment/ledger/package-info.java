/** What is kept of payments: what was to be paid, what the provider was ever seen to say of it, and what was made of that. */
@NullMarked
package foyer.payment.ledger;

import org.jspecify.annotations.NullMarked;
