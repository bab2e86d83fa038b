/** How calls come in whatever they are for: once under each idempotency key, and not too many at a time. */
@NullMarked
package foyer.traffic;

import org.jspecify.annotations.NullMarked;
