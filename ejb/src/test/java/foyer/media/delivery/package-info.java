@NullMarked
package foyer.media.delivery;

import org.jspecify.annotations.NullMarked;
