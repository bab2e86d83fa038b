@NullMarked
package foyer.media.captions;

import org.jspecify.annotations.NullMarked;
