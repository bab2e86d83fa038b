/** Where the picture comes from, and who may fetch it: addresses that carry the right to watch, and what is delivered under them. */
@NullMarked
package foyer.media;

import org.jspecify.annotations.NullMarked;
