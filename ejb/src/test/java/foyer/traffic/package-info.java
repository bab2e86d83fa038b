/** Tests of how calls come in. */
@NullMarked
package foyer.traffic;

import org.jspecify.annotations.NullMarked;
