/** The picture on one machine, tried with real files and with ffmpeg. */
@NullMarked
package foyer.media.local;

import org.jspecify.annotations.NullMarked;
