package foyer.media.delivery;

import foyer.media.rendition.RenditionPlaylist;
import foyer.media.rendition.UnfitPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
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

/** Reads the playlists of a recording (RFC 8216). */
final class Playlists {
    private static final String LIST_OF_RENDITIONS = "#EXT-X-STREAM-INF";

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
            found.put(path, RenditionPlaylist.read(path, text(path)));
        }
        return found;
    }

    private static Set<String> named(String manifest, String text) {
        try {
            var master = new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(text);
            var named = new LinkedHashSet<String>();
            master.variants().forEach(variant -> named.add(RenditionPlaylist.resolve(manifest, variant.uri())));
            master.alternativeRenditions()
                    .forEach(rendition ->
                            rendition.uri().ifPresent(uri -> named.add(RenditionPlaylist.resolve(manifest, uri))));
            return named;
        } catch (PlaylistParserException unreadable) {
            throw new UnfitPlaylist(manifest + " is no list of renditions: " + unreadable.getMessage());
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
