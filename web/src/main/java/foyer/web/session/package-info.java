/** Viewing sessions over HTTP. */
@NullMarked
package foyer.web.session;

import org.jspecify.annotations.NullMarked;
