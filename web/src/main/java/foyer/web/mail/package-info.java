/** Letters, as operators look after them. */
@NullMarked
package foyer.web.mail;

import org.jspecify.annotations.NullMarked;
