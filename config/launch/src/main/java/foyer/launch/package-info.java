/** Starts and stops Foyer and its sandbox as processes of their own, for the run command, the tests and the benchmarks. */
@NullMarked
package foyer.launch;

import org.jspecify.annotations.NullMarked;
