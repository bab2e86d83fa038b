/** The page on which people watch: rendered whole by Faces, brought to life by the modules under {@code src/main/js}. */
@NullMarked
package foyer.player;

import org.jspecify.annotations.NullMarked;
