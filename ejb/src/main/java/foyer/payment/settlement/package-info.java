/** Finds out how a payment stands and does what follows of it: after a notice, in time, or when somebody asks. */
@NullMarked
package foyer.payment.settlement;

import org.jspecify.annotations.NullMarked;
