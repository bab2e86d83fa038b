package foyer.media.delivery;

import foyer.media.rendition.RenditionPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When each file of a recording would have been there, had it been live: segments once they are over, counted from the beginning.
 *
 * @param playlists of the renditions, by their paths
 * @param segments from when on each may be fetched, by their paths
 * @param always what may be fetched from the beginning on: the list of renditions, and what decoders need first
 * @param length of the longest rendition
 * @param lead how long before it is to be seen a segment is there: players stay three of them behind what is newest (RFC 8216, 6.3.3)
 */
record Timetable(
        Map<String, MediaPlaylist> playlists,
        Map<String, Duration> segments,
        Set<String> always,
        Duration length,
        Duration lead) {
    private static final long SEGMENTS_BEHIND = 3;

    Timetable {
        playlists = Map.copyOf(playlists);
        segments = Map.copyOf(segments);
        always = Set.copyOf(always);
    }

    /** @param playlists of the renditions that the master names, by their paths */
    static Timetable of(String master, Map<String, MediaPlaylist> playlists) {
        var segments = new HashMap<String, Duration>();
        var always = new HashSet<String>();
        always.add(master);
        var longest = Duration.ZERO;
        var target = 0;
        for (var playlist : playlists.entrySet()) {
            var over = Duration.ZERO;
            for (var segment : playlist.getValue().mediaSegments()) {
                over = over.plus(RenditionPlaylist.lengthOf(segment));
                segments.put(RenditionPlaylist.resolve(playlist.getKey(), segment.uri()), over);
                segment.segmentMap()
                        .ifPresent(first -> always.add(RenditionPlaylist.resolve(playlist.getKey(), first.uri())));
            }
            target = Math.max(target, playlist.getValue().targetDuration());
            longest = over.compareTo(longest) > 0 ? over : longest;
        }
        return new Timetable(playlists, segments, always, longest, Duration.ofSeconds(SEGMENTS_BEHIND * target));
    }

    Optional<MediaPlaylist> playlist(String path) {
        return Optional.ofNullable(playlists.get(path));
    }

    /** Whether a file that is no rendition's playlist is there yet; none is that the recording does not name. */
    boolean there(String path, Duration elapsed) {
        var over = segments.get(path);
        return always.contains(path) || (over != null && over.compareTo(elapsed.plus(lead)) <= 0);
    }
}
