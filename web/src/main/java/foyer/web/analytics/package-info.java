/** What became of events, over HTTP. */
@NullMarked
package foyer.web.analytics;

import org.jspecify.annotations.NullMarked;
