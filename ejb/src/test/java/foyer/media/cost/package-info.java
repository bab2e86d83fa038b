@NullMarked
package foyer.media.cost;

import org.jspecify.annotations.NullMarked;
