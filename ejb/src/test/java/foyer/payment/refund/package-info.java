@NullMarked
package foyer.payment.refund;

import org.jspecify.annotations.NullMarked;
