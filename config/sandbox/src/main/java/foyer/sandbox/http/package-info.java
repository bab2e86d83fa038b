/** The small HTTP server all stand-ins answer through: requests, answers, routes and refusals. */
@NullMarked
package foyer.sandbox.http;

import org.jspecify.annotations.NullMarked;
