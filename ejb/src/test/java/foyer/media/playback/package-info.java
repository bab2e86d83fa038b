@NullMarked
package foyer.media.playback;

import org.jspecify.annotations.NullMarked;
