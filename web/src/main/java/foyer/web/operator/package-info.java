/** Operators over HTTP. */
@NullMarked
package foyer.web.operator;

import org.jspecify.annotations.NullMarked;
