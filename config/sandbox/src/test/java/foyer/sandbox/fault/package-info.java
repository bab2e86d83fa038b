/** Tests of the fault switches. */
@NullMarked
package foyer.sandbox.fault;

import org.jspecify.annotations.NullMarked;
