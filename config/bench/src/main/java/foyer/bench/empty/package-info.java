/** The reference: what a resource costs that does nothing. Deployed beside Foyer on the same server while measuring. */
@NullMarked
package foyer.bench.empty;

import org.jspecify.annotations.NullMarked;
