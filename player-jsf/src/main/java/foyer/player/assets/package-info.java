/** Serves what the build published: modules, styles and vendored libraries, compressed beforehand and cached forever. */
@NullMarked
package foyer.player.assets;

import org.jspecify.annotations.NullMarked;
