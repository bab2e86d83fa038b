/** Stand-ins for the outside services in local runs and tests: one process, loopback only, never deployed. */
@NullMarked
package foyer.sandbox;

import org.jspecify.annotations.NullMarked;
