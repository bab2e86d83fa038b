@NullMarked
package foyer.web.health;

import org.jspecify.annotations.NullMarked;
