/** Tests of viewing sessions, and sessions kept in memory. */
@NullMarked
package foyer.session;

import org.jspecify.annotations.NullMarked;
