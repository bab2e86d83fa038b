/** A stand-in for Stripe that its own client libraries talk to. */
@NullMarked
package foyer.sandbox.stripe;

import org.jspecify.annotations.NullMarked;
