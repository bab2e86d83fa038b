package foyer.media.rendition;

import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.time.Duration;
import java.util.regex.Pattern;

/** How the playlist of a rendition is read (RFC 8216, 4.3.3), and what it names. */
public final class RenditionPlaylist {
    private static final Pattern RELATIVE =
            Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    private RenditionPlaylist() {}

    /**
     * Fails with {@link UnfitPlaylist} for a text that is none.
     *
     * @param path where it lies
     */
    public static MediaPlaylist read(String path, String text) {
        try {
            return new MediaPlaylistParser(ParsingMode.LENIENT).readPlaylist(text);
        } catch (PlaylistParserException unreadable) {
            throw new UnfitPlaylist(path + " is no playlist: " + unreadable.getMessage());
        }
    }

    /**
     * The path of what a playlist names. Only plain relative addresses carry the right from the playlist to it: fails with
     * {@link UnfitPlaylist} for any other.
     */
    public static String resolve(String playlist, String address) {
        if (!RELATIVE.matcher(address).matches()) {
            throw new UnfitPlaylist(playlist + " names " + address + ", which is not a plain relative address.");
        }
        return playlist.substring(0, playlist.lastIndexOf('/') + 1) + address;
    }

    public static Duration lengthOf(MediaSegment segment) {
        return Duration.ofNanos(Math.round(segment.duration() * 1e9));
    }
}
