/** Whether this node can serve. */
@NullMarked
package foyer.web.health;

import org.jspecify.annotations.NullMarked;
