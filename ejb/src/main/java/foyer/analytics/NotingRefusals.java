package foyer.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.event.EventId;
import foyer.event.RecentEvents;
import foyer.shared.Caches;
import foyer.shared.Unavailable;
import foyer.shared.WebAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes whose pages try to show an event and may not, so that its operator learns of an origin that was forgotten. Browsers keep such a
 * frame empty by themselves; where it is they tell by the referrer, which is a hint and no more.
 */
public final class NotingRefusals {
    private static final Duration AT_MOST_ONCE_IN = Duration.ofHours(1);
    private static final int MOST_EVENTS = 10_000;
    private static final int TRIES = 3;

    private final Refusals refusals;
    private final RecentEvents events;
    private final Clock clock;
    private final Cache<EventId, Set<String>> noted;

    NotingRefusals(Refusals refusals, RecentEvents events, Clock clock) {
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
        this.noted = Caches.by(clock)
                .maximumSize(MOST_EVENTS)
                .expireAfterWrite(AT_MOST_ONCE_IN)
                .build();
    }

    /**
     * The event was asked for by a frame of a page on another site. Nothing is noted of one that may show it, and nothing while the store
     * does not answer: the page is shown all the same, and whoever wants to show it comes again.
     *
     * @param referrer the address of that page as the browser told it, of which nothing but the origin is looked at
     */
    public void framed(EventId event, String referrer) {
        WebAddress.parse(referrer).map(WebAddress::origin).ifPresent(origin -> framedBy(event, origin));
    }

    private void framedBy(EventId event, String origin) {
        try {
            if (refused(event, origin) && newHere(event, origin) && !isNoted(event, origin)) {
                forget(event, origin);
            }
        } catch (Unavailable silent) {
            forget(event, origin);
        }
    }

    private boolean refused(EventId event, String origin) {
        return events.find(event)
                .filter(found -> !found.allowedOrigins().contains(origin))
                .isPresent();
    }

    private boolean newHere(EventId event, String origin) {
        var origins = noted.get(event, same -> ConcurrentHashMap.newKeySet());
        return origins.size() < RefusedOrigins.MOST && origins.add(origin);
    }

    private void forget(EventId event, String origin) {
        var origins = noted.getIfPresent(event);
        if (origins != null) {
            origins.remove(origin);
        }
    }

    // Another node may note another one at the same moment.
    private boolean isNoted(EventId event, String origin) {
        for (var trial = 0; trial < TRIES; trial++) {
            var before = refusals.of(event);
            if (refusals.replace(before, before.with(origin, clock.instant()))) {
                return true;
            }
        }
        return false;
    }
}
