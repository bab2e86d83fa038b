/** Tests of viewing sessions, and sessions kept in memory. */
@NullMarked
package foyer.analytics;

import org.jspecify.annotations.NullMarked;
