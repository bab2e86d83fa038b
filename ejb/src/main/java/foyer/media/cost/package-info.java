/** What live channels cost: what of them is billed, for how long, by which prices, and how near that comes to a cap. */
@NullMarked
package foyer.media.cost;

import org.jspecify.annotations.NullMarked;
