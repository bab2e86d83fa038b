/** Tests of the stand-in for Stripe. */
@NullMarked
package foyer.sandbox.stripe.ledger;

import org.jspecify.annotations.NullMarked;
