/** Tells programs that were given an event's address how to show it: oEmbed, as JSON and as XML. */
@NullMarked
package foyer.web.oembed;

import org.jspecify.annotations.NullMarked;
