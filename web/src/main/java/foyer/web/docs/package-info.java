/** The description of the API, to be browsed. */
@NullMarked
package foyer.web.docs;

import org.jspecify.annotations.NullMarked;
