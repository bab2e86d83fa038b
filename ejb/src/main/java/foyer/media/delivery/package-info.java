/** Pictures from this deployment as their own origin: the files of a recording, or what of them there would be if it were live. */
@NullMarked
package foyer.media.delivery;

import org.jspecify.annotations.NullMarked;
