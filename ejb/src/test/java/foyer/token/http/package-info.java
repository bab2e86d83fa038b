/** Fetches keys from a real HTTP server. */
@NullMarked
package foyer.token.http;

import org.jspecify.annotations.NullMarked;
