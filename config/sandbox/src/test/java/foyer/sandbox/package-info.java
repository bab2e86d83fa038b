/** Tests of the sandbox as one process. */
@NullMarked
package foyer.sandbox;

import org.jspecify.annotations.NullMarked;
