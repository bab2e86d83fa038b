package foyer.media.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a live picture came between two moments, in whole segments: those of which more than half lies between.
 *
 * @param pieces in order, of one feed after the other
 */
record LiveExtract(List<Piece> pieces) {
    LiveExtract {
        pieces = List.copyOf(pieces);
    }

    /**
     * One segment.
     *
     * @param number in its feed
     */
    record Piece(Feed feed, int number) {
        Duration length(String rendition) {
            return feed.segments(rendition).get(number);
        }
    }

    /** @param reference the rendition whose segments are looked at */
    static LiveExtract between(List<Feed> feeds, String reference, Instant from, Instant until) {
        var pieces = new ArrayList<Piece>();
        for (var feed : feeds) {
            var at = feed.startsAt();
            var segments = feed.segments(reference);
            for (var number = 0; number < segments.size(); number++) {
                var middle = at.plus(segments.get(number).dividedBy(2));
                if (!middle.isBefore(from) && middle.isBefore(until)) {
                    pieces.add(new Piece(feed, number));
                }
                at = at.plus(segments.get(number));
            }
        }
        return new LiveExtract(pieces);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Whether another feed begins with a piece. */
    boolean isGap(int place) {
        return place > 0 && !nameAt(place).equals(nameAt(place - 1));
    }

    private String nameAt(int place) {
        return pieces.get(place).feed().name();
    }
}
