@NullMarked
package foyer.payment.settlement;

import org.jspecify.annotations.NullMarked;
