package foyer.media;

import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the playlists of a recording (RFC 8216). */
final class Playlists {
    private static final String LIST_OF_RENDITIONS = "#EXT-X-STREAM-INF";
    private static final Pattern RELATIVE =
            Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    private final OriginFiles files;

    Playlists(OriginFiles files) {
        this.files = files;
    }

    /**
     * The renditions' playlists that a manifest leads to, by their paths; the manifest itself where it is one. Fails with
     * {@link UnfitPlaylist} where something is missing, is no playlist, or leads outside of its folder.
     */
    Map<String, MediaPlaylist> renditionsOf(String manifest) {
        var text = text(manifest);
        var found = new LinkedHashMap<String, MediaPlaylist>();
        for (var path : text.contains(LIST_OF_RENDITIONS) ? named(manifest, text) : Set.of(manifest)) {
            found.put(path, media(path));
        }
        return found;
    }

    /** Only plain relative addresses carry the right from the playlist to what it names. */
    static String resolve(String playlist, String address) {
        if (!RELATIVE.matcher(address).matches()) {
            throw new UnfitPlaylist(playlist + " names " + address + ", which is not a plain relative address.");
        }
        return playlist.substring(0, playlist.lastIndexOf('/') + 1) + address;
    }

    private static Set<String> named(String manifest, String text) {
        try {
            var master = new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(text);
            var named = new LinkedHashSet<String>();
            master.variants().forEach(variant -> named.add(resolve(manifest, variant.uri())));
            master.alternativeRenditions()
                    .forEach(rendition -> rendition.uri().ifPresent(uri -> named.add(resolve(manifest, uri))));
            return named;
        } catch (PlaylistParserException unreadable) {
            throw new UnfitPlaylist(manifest + " is no list of renditions: " + unreadable.getMessage());
        }
    }

    private MediaPlaylist media(String path) {
        try {
            return new MediaPlaylistParser(ParsingMode.LENIENT).readPlaylist(text(path));
        } catch (PlaylistParserException unreadable) {
            throw new UnfitPlaylist(path + " is no playlist: " + unreadable.getMessage());
        }
    }

    private String text(String path) {
        var file = files.find(path).orElseThrow(() -> new UnfitPlaylist(path + " is not there."));
        var bytes = new ByteArrayOutputStream();
        try {
            file.content().writeTo(bytes, 0, file.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
