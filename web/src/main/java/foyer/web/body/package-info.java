/** What a caller sends: bytes within limits, read as JSON into the neutral tree. */
@NullMarked
package foyer.web.body;

import org.jspecify.annotations.NullMarked;
