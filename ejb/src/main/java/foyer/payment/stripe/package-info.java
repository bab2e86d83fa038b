/** Payments as Stripe takes them; so far its rules for prices. */
@NullMarked
package foyer.payment.stripe;

import org.jspecify.annotations.NullMarked;
