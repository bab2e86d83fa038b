@NullMarked
package foyer.web.error;

import org.jspecify.annotations.NullMarked;
