package foyer.media.local;

import static foyer.shared.SettableClock.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What came live, to speak of in tests: of a picture and its sound, in segments of two seconds. */
final class SomeFeeds {
    static final String PICTURE = "240p";

    private SomeFeeds() {}

    /** The first, from noon on. */
    static Feed first(int segments) {
        return feed(1, NOON, segments);
    }

    static Feed feed(int number, Instant at, int segments) {
        return feed(number, at, segments, segments);
    }

    static Feed feed(int number, Instant at, int pictures, int sounds) {
        return new Feed(
                "feed-%04d".formatted(number),
                at,
                Map.of(PICTURE, lengths(2_000, pictures), LiveLadder.SOUND, lengths(2_005, sounds)));
    }

    private static List<Duration> lengths(long millis, int segments) {
        return Collections.nCopies(segments, Duration.ofMillis(millis));
    }
}
