@NullMarked
package foyer.media.edge;

import org.jspecify.annotations.NullMarked;
