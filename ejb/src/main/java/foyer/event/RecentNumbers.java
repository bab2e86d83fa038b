package foyer.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Which events this node has found at Vimeo's numbers of late, so that a herd of viewers looks one up once in a while. */
final class RecentNumbers {
    private static final int MOST = 10_000;

    private final Events events;
    private final Cache<VimeoId, List<EventId>> readings;

    RecentNumbers(Events events, EventSettings settings, Clock clock) {
        this.events = events;
        this.readings = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(settings.fresh())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Newest first. Fails with {@link foyer.shared.Unavailable} if the store does not answer and nothing recent is known. */
    List<EventId> find(VimeoId number) {
        return readings.get(number, events::atVimeo);
    }
}
