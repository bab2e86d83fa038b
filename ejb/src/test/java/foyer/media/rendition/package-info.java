@NullMarked
package foyer.media.rendition;

import org.jspecify.annotations.NullMarked;
