/** Tests of the HLS origin. */
@NullMarked
package foyer.sandbox.origin;

import org.jspecify.annotations.NullMarked;
