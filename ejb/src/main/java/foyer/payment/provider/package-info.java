/** The payment provider, whoever it is: what it is asked for, and how it refuses and fails. */
@NullMarked
package foyer.payment.provider;

import org.jspecify.annotations.NullMarked;
