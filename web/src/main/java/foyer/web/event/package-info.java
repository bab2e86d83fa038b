/** Events over HTTP. */
@NullMarked
package foyer.web.event;

import org.jspecify.annotations.NullMarked;
