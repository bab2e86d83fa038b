/** What stands before pictures elsewhere, and is told whose right was taken back. */
@NullMarked
package foyer.media.edge;

import org.jspecify.annotations.NullMarked;
