/** Signing in and out over HTTP. */
@NullMarked
package foyer.web.auth;

import org.jspecify.annotations.NullMarked;
