/** Tests of reports of what went wrong, and reports kept in memory. */
@NullMarked
package foyer.support;

import org.jspecify.annotations.NullMarked;
