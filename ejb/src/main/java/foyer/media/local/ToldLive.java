package foyer.media.local;

import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.SegmentMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What viewers are told of a live picture (RFC 8216, 6.2.2): all feeds as one, of the last hours. What it once told stays as it was:
 * every rendition has the same segments by the same numbers, and goes by the same clock.
 *
 * @param feeds in order, each with a picture; at least one
 * @param reference the rendition by which is counted how far back the window goes
 * @param over whether no more will come
 */
record ToldLive(List<Feed> feeds, String reference, Duration window, boolean over) {
    private static final int VERSION = 7;

    /** Of one rendition, in a list that lies in its folder. */
    MediaPlaylist of(String rendition) {
        var told = new ArrayList<MediaSegment>();
        var gone = gone();
        var number = 0;
        var gaps = 0L;
        for (var feed : feeds) {
            var at = feed.startsAt();
            var segments = feed.segments(rendition);
            for (var place = 0; place < segments.size(); place++, number++) {
                var isGap = place == 0 && number > 0;
                if (number >= gone) {
                    told.add(segment(feed, place, segments.get(place), at, isGap, told.isEmpty()));
                } else if (isGap) {
                    gaps++;
                }
                at = at.plus(segments.get(place));
            }
        }
        return MediaPlaylist.builder()
                .version(VERSION)
                .independentSegments(true)
                .targetDuration(Encoding.SEGMENT_SECONDS)
                .mediaSequence(gone)
                .discontinuitySequence(gaps)
                .ongoing(!over)
                .mediaSegments(told)
                .build();
    }

    /** How many are no longer told. */
    private int gone() {
        var after = Duration.ZERO;
        var gone = feeds.stream().mapToInt(Feed::count).sum();
        for (var feed = feeds.size() - 1; feed >= 0; feed--) {
            var segments = feeds.get(feed).segments(reference);
            for (var place = segments.size() - 1; place >= 0; place--) {
                if (after.compareTo(window) >= 0) {
                    return gone;
                }
                after = after.plus(segments.get(place));
                gone--;
            }
        }
        return gone;
    }

    private static MediaSegment segment(
            Feed feed, int place, Duration length, Instant at, boolean isGap, boolean isFirst) {
        var folder = feed.name() + "/";
        var segment = MediaSegment.builder()
                .duration(length.toNanos() / 1e9)
                .uri(folder + Feed.segment(place))
                .discontinuity(isGap);
        // Said once for each feed: lists of hours are long enough.
        if (isGap || isFirst) {
            segment.segmentMap(SegmentMap.builder()
                            .uri(folder + Feed.INITIALIZATION)
                            .build())
                    .programDateTime(at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
        }
        return segment.build();
    }
}
