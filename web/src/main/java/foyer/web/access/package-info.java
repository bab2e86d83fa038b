/** How far viewers have come, over HTTP. */
@NullMarked
package foyer.web.access;

import org.jspecify.annotations.NullMarked;
