@NullMarked
package foyer.media.ingest;

import org.jspecify.annotations.NullMarked;
