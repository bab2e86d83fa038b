@NullMarked
package foyer.player.entry;

import org.jspecify.annotations.NullMarked;
