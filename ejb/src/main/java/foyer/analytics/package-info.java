/**
 * What was watched, sold and how well it ran: counts what screens measure, and puts it beside registrations and payments for
 * operators, without an address.
 */
@NullMarked
package foyer.analytics;

import org.jspecify.annotations.NullMarked;
