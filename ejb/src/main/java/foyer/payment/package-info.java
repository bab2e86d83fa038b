/**
 * What people pay, and what their payments mean: prices and vouchers, checkouts, refunds, and the balance between the payment
 * provider, our payments and the access that was granted.
 */
@NullMarked
package foyer.payment;

import org.jspecify.annotations.NullMarked;
