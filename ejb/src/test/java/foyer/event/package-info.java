/** Tests of events, and the events in memory that other tests may use. */
@NullMarked
package foyer.event;

import org.jspecify.annotations.NullMarked;
