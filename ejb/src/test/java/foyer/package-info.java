/** Tests of the business as a whole. */
@NullMarked
package foyer;

import org.jspecify.annotations.NullMarked;
