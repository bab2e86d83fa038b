/** The picture on one machine: files in a folder, for small audiences. */
@NullMarked
package foyer.media.local;

import org.jspecify.annotations.NullMarked;
