@NullMarked
package foyer.payment.voucher;

import org.jspecify.annotations.NullMarked;
