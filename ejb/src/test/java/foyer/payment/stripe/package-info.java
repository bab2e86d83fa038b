/** Payments by Stripe: its rules for prices, and the adapter against the stand-in. */
@NullMarked
package foyer.payment.stripe;

import org.jspecify.annotations.NullMarked;
