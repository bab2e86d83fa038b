/** The way in as the page shows it: the form and the steps before the picture, complete without scripts. */
@NullMarked
package foyer.player.entry;

import org.jspecify.annotations.NullMarked;
