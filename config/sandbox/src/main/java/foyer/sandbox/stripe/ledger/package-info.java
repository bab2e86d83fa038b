/** The door of the stand-in's core: calls in, replies out, by Stripe's rules for keys, limits and errors. */
@NullMarked
package foyer.sandbox.stripe.ledger;

import org.jspecify.annotations.NullMarked;
