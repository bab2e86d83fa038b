/** Who may fetch a picture: addresses that carry the right to it, and who signs and proves them. */
@NullMarked
package foyer.media.playback;

import org.jspecify.annotations.NullMarked;
