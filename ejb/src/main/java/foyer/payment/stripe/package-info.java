/** Payments as Stripe takes them: checkouts by Checkout Sessions, refunds, its notices and its journal, and its rules for prices. */
@NullMarked
package foyer.payment.stripe;

import org.jspecify.annotations.NullMarked;
