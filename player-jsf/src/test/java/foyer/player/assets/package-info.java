@NullMarked
package foyer.player.assets;

import org.jspecify.annotations.NullMarked;
