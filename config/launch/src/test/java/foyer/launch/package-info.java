@NullMarked
package foyer.launch;

import org.jspecify.annotations.NullMarked;
