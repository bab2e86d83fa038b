/** Who may watch: the ways in, and what stands between somebody and the video. */
@NullMarked
package foyer.access;

import org.jspecify.annotations.NullMarked;
