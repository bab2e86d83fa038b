@NullMarked
package foyer.edge;

import org.jspecify.annotations.NullMarked;
