/** Whatever fails, in the one format of errors. */
@NullMarked
package foyer.web.error;

import org.jspecify.annotations.NullMarked;
