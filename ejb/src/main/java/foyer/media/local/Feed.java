package foyer.media.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one connection of an encoder.
 *
 * @param name of its folder below each rendition's
 * @param startsAt when its first picture was to be seen
 * @param renditions how long each segment is, by the rendition's name
 */
record Feed(String name, Instant startsAt, Map<String, List<Duration>> renditions) {
    static final String INITIALIZATION = "init.mp4";

    Feed {
        renditions = Map.copyOf(renditions);
    }

    /** How many segments all renditions have: of the one that is being written, some have more for a moment. */
    int count() {
        return renditions.values().stream().mapToInt(List::size).min().orElse(0);
    }

    /** Those of them that all have. */
    List<Duration> segments(String rendition) {
        return renditions.getOrDefault(rendition, List.of()).subList(0, count());
    }

    /** Of the rendition that lasts longest. */
    Instant endsAt() {
        return renditions.keySet().stream()
                .map(rendition -> segments(rendition).stream().reduce(startsAt, Instant::plus, (one, other) -> other))
                .max(Instant::compareTo)
                .orElse(startsAt);
    }

    static String segment(int number) {
        return String.format(Locale.ROOT, "%05d.m4s", number);
    }
}
