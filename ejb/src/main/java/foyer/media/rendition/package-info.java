/** What pictures are made into: their sizes, how their playlists are read, and the small ones of the progress bar. */
@NullMarked
package foyer.media.rendition;

import org.jspecify.annotations.NullMarked;
