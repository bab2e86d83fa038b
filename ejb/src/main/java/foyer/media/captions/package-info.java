/** Captions and where they go: WebVTT, cut to a recording's time line, and the manifest that tells of them. */
@NullMarked
package foyer.media.captions;

import org.jspecify.annotations.NullMarked;
