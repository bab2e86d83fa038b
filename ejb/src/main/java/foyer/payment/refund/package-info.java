/** Money that goes back: by an order, with a seat or an event that is no more, or because a bank takes it. */
@NullMarked
package foyer.payment.refund;

import org.jspecify.annotations.NullMarked;
