/** Paying for a seat that is held: what is begun and for how long, the line before the provider, and the way back from its page. */
@NullMarked
package foyer.payment.checkout;

import org.jspecify.annotations.NullMarked;
