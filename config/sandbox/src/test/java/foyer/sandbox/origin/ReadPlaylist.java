package foyer.sandbox.origin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A media playlist as a player understands it. */
record ReadPlaylist(long mediaSequence, long discontinuitySequence, boolean ended, List<Segment> segments) {
    /** @param discontinuity the continuity counter the segment belongs to */
    record Segment(long sequence, long discontinuity, Instant at, String address) {}

    static ReadPlaylist of(String text) {
        var sequence = number(text, "#EXT-X-MEDIA-SEQUENCE:");
        var discontinuity = number(text, "#EXT-X-DISCONTINUITY-SEQUENCE:");
        var segments = new ArrayList<Segment>();
        var counter = discontinuity;
        var at = Instant.EPOCH;
        for (var line : text.lines().toList()) {
            if (line.equals("#EXT-X-DISCONTINUITY")) {
                counter++;
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                at = Instant.parse(line.substring(line.indexOf(':') + 1));
            } else if (!line.startsWith("#")) {
                segments.add(new Segment(sequence + segments.size(), counter, at, line));
            }
        }
        return new ReadPlaylist(sequence, discontinuity, text.endsWith("#EXT-X-ENDLIST\n"), segments);
    }

    private static long number(String text, String tag) {
        var from = text.indexOf(tag) + tag.length();
        return Long.parseLong(text.substring(from, text.indexOf('\n', from)));
    }
}
