/** Who calls, from where, how often, and from whose page. */
@NullMarked
package foyer.web.caller;

import org.jspecify.annotations.NullMarked;
