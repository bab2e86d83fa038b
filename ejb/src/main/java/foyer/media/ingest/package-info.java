/** How a channel is fed: whom an encoder sends to, or by whom it is called. */
@NullMarked
package foyer.media.ingest;

import org.jspecify.annotations.NullMarked;
