/** Foyer as operators run it: starts that are refused, the production stage, a store that is slow, an outside issuer. */
@NullMarked
package foyer.running;

import org.jspecify.annotations.NullMarked;
