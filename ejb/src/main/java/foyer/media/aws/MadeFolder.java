package foyer.media.aws;

import foyer.media.CannotMake;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.SegmentKey;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a job has put into a recording's folder, read before it is shown to anybody.
 *
 * @param maker whose job, in words
 */
record MadeFolder(Bucket bucket, Shelf shelf, String maker) {
    private static final String ENDING = ".m3u8";
    // Only these carry the right to watch from the playlist to what it names.
    private static final Pattern RELATIVE =
            Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");
    private static final double MILLIS = 1000;

    /** How long it plays. Fails with {@link CannotMake} for what would not play by our addresses. */
    Duration length() {
        var manifest = shelf.manifest() + ENDING;
        try {
            var master = new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(text(manifest));
            // Sound, captions and still pictures are fetched as the picture is.
            master.alternativeRenditions().stream()
                    .flatMap(other -> other.uri().stream())
                    .forEach(address -> rendition(manifest, address));
            master.iFrameVariants().forEach(frames -> rendition(manifest, frames.uri()));
            master.sessionKeys().forEach(key -> key.uri().ifPresent(this::refuseUnfit));
            master.sessionData().forEach(data -> data.uri().ifPresent(this::refuseUnfit));
            var lengths = master.variants().stream()
                    .map(variant -> rendition(manifest, variant.uri()))
                    .map(MadeFolder::lengthOf)
                    .toList();
            return lengths.stream()
                    .min(Duration::compareTo)
                    .orElseThrow(() -> CannotMake.yet(maker + " has put no renditions into the recording."));
        } catch (PlaylistParserException unreadable) {
            throw CannotMake.yet(maker + "'s manifest of the recording cannot be read: " + unreadable.getMessage());
        }
    }

    private MediaPlaylist rendition(String manifest, String address) {
        try {
            var playlist = new MediaPlaylistParser(ParsingMode.LENIENT).readPlaylist(text(beside(manifest, address)));
            playlist.mediaSegments().forEach(segment -> {
                refuseUnfit(segment.uri());
                segment.segmentMap().ifPresent(first -> refuseUnfit(first.uri()));
                segment.segmentKey().flatMap(SegmentKey::uri).ifPresent(this::refuseUnfit);
            });
            return playlist;
        } catch (PlaylistParserException unreadable) {
            throw CannotMake.yet(maker + "'s playlist " + address + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Duration lengthOf(MediaPlaylist playlist) {
        var seconds = playlist.mediaSegments().stream()
                .mapToDouble(segment -> segment.duration())
                .sum();
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private String text(String key) {
        return bucket.text(key)
                .orElseThrow(() -> CannotMake.yet(
                        maker + " says that the recording is made, and " + key + " is not in the bucket."));
    }

    private String beside(String manifest, String address) {
        refuseUnfit(address);
        return manifest.substring(0, manifest.lastIndexOf('/') + 1) + address;
    }

    private void refuseUnfit(String address) {
        if (!RELATIVE.matcher(address).matches()) {
            throw CannotMake.yet(maker + "'s playlist names " + address + ", which is not a plain relative address.");
        }
    }
}
