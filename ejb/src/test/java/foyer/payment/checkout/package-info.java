@NullMarked
package foyer.payment.checkout;

import org.jspecify.annotations.NullMarked;
