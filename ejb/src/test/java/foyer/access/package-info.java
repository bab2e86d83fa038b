/** Tests of the ways in. */
@NullMarked
package foyer.access;

import org.jspecify.annotations.NullMarked;
