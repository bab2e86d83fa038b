/** The keepers of payments and vouchers on a real local store. */
@NullMarked
package foyer.payment.dynamodb;

import org.jspecify.annotations.NullMarked;
