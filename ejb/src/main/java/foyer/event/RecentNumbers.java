package foyer.event;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.shared.Caches;
import java.time.Clock;
import java.util.List;

/** Which events this node has found at Vimeo's numbers of late, so that a herd of viewers looks one up once in a while. */
final class RecentNumbers {
    private static final int MOST = 10_000;

    private final Events events;
    private final Cache<VimeoId, List<EventId>> readings;

    RecentNumbers(Events events, EventSettings settings, Clock clock) {
        this.events = events;
        this.readings = Caches.by(clock)
                .maximumSize(MOST)
                .expireAfterWrite(settings.fresh())
                .build();
    }

    /** Newest first. Fails with {@link foyer.shared.Unavailable} if the store does not answer and nothing recent is known. */
    List<EventId> find(VimeoId number) {
        return readings.get(number, events::atVimeo);
    }
}
