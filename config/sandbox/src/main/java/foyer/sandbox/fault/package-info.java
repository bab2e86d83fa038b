/** Switches that make a stand-in fail on purpose, in the ways the real service can. */
@NullMarked
package foyer.sandbox.fault;

import org.jspecify.annotations.NullMarked;
