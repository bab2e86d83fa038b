@NullMarked
package foyer.media;

import org.jspecify.annotations.NullMarked;
