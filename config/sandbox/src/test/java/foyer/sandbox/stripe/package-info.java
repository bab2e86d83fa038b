/** Tests of the stand-in for Stripe. */
@NullMarked
package foyer.sandbox.stripe;

import org.jspecify.annotations.NullMarked;
