/** Tests of Stripe's rules for prices. */
@NullMarked
package foyer.payment.stripe;

import org.jspecify.annotations.NullMarked;
