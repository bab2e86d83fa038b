/** The API over HTTP: translates requests into calls of use cases and their outcomes into answers, and decides nothing. */
@NullMarked
package foyer.web;

import org.jspecify.annotations.NullMarked;
