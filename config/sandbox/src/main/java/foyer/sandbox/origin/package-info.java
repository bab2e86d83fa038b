/** The HLS origin: a recorded demo and live channels made of it. */
@NullMarked
package foyer.sandbox.origin;

import org.jspecify.annotations.NullMarked;
