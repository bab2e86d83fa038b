@NullMarked
package foyer.web.caller;

import org.jspecify.annotations.NullMarked;
