@NullMarked
package foyer.player;

import org.jspecify.annotations.NullMarked;
