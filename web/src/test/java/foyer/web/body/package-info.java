@NullMarked
package foyer.web.body;

import org.jspecify.annotations.NullMarked;
