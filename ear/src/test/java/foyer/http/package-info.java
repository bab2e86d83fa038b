/** The API over HTTP, as programs call it, well-behaved and not. */
@NullMarked
package foyer.http;

import org.jspecify.annotations.NullMarked;
