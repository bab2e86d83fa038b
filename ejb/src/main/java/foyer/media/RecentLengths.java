package foyer.media;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.shared.Caches;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How long that is which events play, as this node found of late, so that a herd of viewers looks it up once in a while. */
public final class RecentLengths {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Lengths lengths;
    private final Cache<Played, Optional<Duration>> found;

    RecentLengths(Lengths lengths, Clock clock) {
        this.lengths = lengths;
        this.found = Caches.by(clock).maximumSize(MOST).expireAfterWrite(FRESH).build();
    }

    /** As {@link Lengths#of}; empty also while the store does not answer, for a page is shown all the same. */
    public Optional<Duration> of(Event event) {
        return event.manifestUrl()
                .flatMap(manifest -> found.get(new Played(event.id(), manifest), same -> lookUp(event)));
    }

    private Optional<Duration> lookUp(Event event) {
        try {
            return lengths.of(event);
        } catch (Unavailable silent) {
            return Optional.empty();
        }
    }

    /** What an event played at the time: another recording of it is another matter. */
    private record Played(EventId event, String manifest) {}
}
