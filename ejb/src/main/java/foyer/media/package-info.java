/**
 * Where the picture comes from: live channels and what becomes of them, and the recordings that are made, captioned and kept. Its rooms know
 * nothing of it and form no cycle: what it costs ({@code cost}), what it is made into ({@code rendition}, {@code captions}), who may fetch
 * it ({@code playback}, {@code edge}) and what is delivered here ({@code delivery}).
 */
@NullMarked
package foyer.media;

import org.jspecify.annotations.NullMarked;
