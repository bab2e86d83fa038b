@NullMarked
package foyer.assets;

import org.jspecify.annotations.NullMarked;
