/**
 * The event and its configuration: what organisers plan, publish, cancel and archive, and what everybody may see of it.
 * Asks other matters through the ports {@link foyer.event.ChargeablePrices} and {@link foyer.event.ConfirmedSeats}, which
 * they answer, so that they may know events and events need not know them.
 */
@NullMarked
package foyer.event;

import org.jspecify.annotations.NullMarked;
