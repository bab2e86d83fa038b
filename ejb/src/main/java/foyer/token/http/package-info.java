/** Fetches the keys of an outside issuer. */
@NullMarked
package foyer.token.http;

import org.jspecify.annotations.NullMarked;
