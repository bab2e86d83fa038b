/** What the container must do for the business, asked from inside it: roles, timers, Fault Tolerance. */
@NullMarked
package foyer.container;

import org.jspecify.annotations.NullMarked;
