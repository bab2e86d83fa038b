/** Uploads of videos, and the recordings made of them. */
@NullMarked
package foyer.web.media;

import org.jspecify.annotations.NullMarked;
