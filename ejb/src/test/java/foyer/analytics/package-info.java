/** Tests of what is counted and told of events, and tallies kept in memory. */
@NullMarked
package foyer.analytics;

import org.jspecify.annotations.NullMarked;
