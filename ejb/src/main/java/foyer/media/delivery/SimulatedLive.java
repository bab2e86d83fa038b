package foyer.media.delivery;

import foyer.media.rendition.RenditionPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.SegmentMap;
import io.lindstrom.m3u8.model.StartTimeOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rendition of a recording as it would have been told while it was live (RFC 8216, 6.2.2): what is over is there, of the last half hour,
 * with the time at which it was to be seen.
 *
 * @param start when the recording begins to be seen
 * @param lead how long before it is to be seen a segment is there
 */
record SimulatedLive(MediaPlaylist recording, Instant start, Duration lead) {
    /** How far back whoever watches can go. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    /** At some time from the start on. */
    MediaPlaylist at(Instant now) {
        var elapsed = Duration.between(start, now).plus(lead);
        var told = new ArrayList<MediaSegment>();
        var end = Duration.ZERO;
        long gone = 0;
        long gaps = 0;
        SegmentMap decoder = null;
        var complete = true;
        for (var segment : recording.mediaSegments()) {
            var begin = end;
            end = end.plus(RenditionPlaylist.lengthOf(segment));
            decoder = segment.segmentMap().orElse(decoder);
            if (end.compareTo(elapsed) > 0) {
                complete = false;
                break;
            }
            if (end.plus(WINDOW).compareTo(elapsed) < 0) {
                gone++;
                gaps += segment.discontinuity() ? 1 : 0;
                continue;
            }
            told.add(dated(
                    segment, told.isEmpty() ? Optional.ofNullable(decoder) : segment.segmentMap(), start.plus(begin)));
        }
        return listed(told, gone, gaps, complete, complete ? joined(end, now) : Optional.empty());
    }

    // Players begin a list that has its end at its beginning; what is not seen yet is joined where it is (RFC 8216,
    // 4.3.5.2). As much as a segment is seen of it by whoever comes in the very last moment.
    private Optional<StartTimeOffset> joined(Duration length, Instant now) {
        var left = length.minus(Duration.between(start, now));
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        var seconds = Math.max(left.toMillis() / 1000.0, recording.targetDuration());
        return Optional.of(StartTimeOffset.of(-seconds, true));
    }

    private MediaPlaylist listed(
            List<MediaSegment> told, long gone, long gaps, boolean complete, Optional<StartTimeOffset> joined) {
        return MediaPlaylist.builder()
                .version(recording.version())
                .independentSegments(recording.independentSegments())
                .targetDuration(recording.targetDuration())
                .mediaSequence(recording.mediaSequence() + gone)
                .discontinuitySequence(recording.discontinuitySequence() + gaps)
                .ongoing(!complete)
                .startTimeOffset(joined)
                .mediaSegments(told)
                .build();
    }

    private static MediaSegment dated(MediaSegment segment, Optional<SegmentMap> decoder, Instant at) {
        return MediaSegment.builder()
                .from(segment)
                .segmentMap(decoder)
                .programDateTime(at.atOffset(ZoneOffset.UTC))
                .build();
    }
}
