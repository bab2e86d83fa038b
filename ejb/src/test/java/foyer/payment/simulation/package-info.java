/** Histories of a house on two nodes, made up by chance, and whether money, seats and access agree at their ends. */
@NullMarked
package foyer.payment.simulation;

import org.jspecify.annotations.NullMarked;
