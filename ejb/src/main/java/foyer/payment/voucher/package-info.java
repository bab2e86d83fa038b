/** Codes by which people pay less, and what an event costs with them. */
@NullMarked
package foyer.payment.voucher;

import org.jspecify.annotations.NullMarked;
