/** What answers have in common: bodies, entity tags, addresses, lists, repeats. */
@NullMarked
package foyer.web.answer;

import org.jspecify.annotations.NullMarked;
