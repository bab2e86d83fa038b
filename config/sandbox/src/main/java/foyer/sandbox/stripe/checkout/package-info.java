/** Checkout Sessions, what they sell and how somebody pays them. */
@NullMarked
package foyer.sandbox.stripe.checkout;

import org.jspecify.annotations.NullMarked;
