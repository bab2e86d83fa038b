package foyer.media;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.shared.Caches;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether what events showed live is becoming a recording, as this node found of late, so that a herd of viewers looks it up once. While one
 * caller does so the others are told what is known, and first of all that it is not.
 */
public final class RecentHarvests {
    private static final Journal JOURNAL = Journal.of(RecentHarvests.class);
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration ASKED_FOR = Duration.ofMinutes(5);

    private final Broadcasts broadcasts;
    private final LiveSettings settings;
    private final Clock clock;
    private final Cache<String, Known> found;

    RecentHarvests(Broadcasts broadcasts, LiveSettings settings, Clock clock) {
        this.broadcasts = broadcasts;
        this.settings = settings;
        this.clock = clock;
        this.found =
                Caches.by(clock).maximumSize(MOST).expireAfterAccess(ASKED_FOR).build();
    }

    /**
     * Of what the event plays now. An event is shown all the same where this cannot be told: it is false while the store does not
     * answer, and what it was where what is there cannot be read.
     */
    public boolean inPreparation(Event event) {
        var live = event.manifestUrl().filter(manifest -> manifest.contains(liveFolder(event.id())));
        return live.isPresent() && inPreparation(event, live.get());
    }

    private boolean inPreparation(Event event, String manifest) {
        var known = found.get(manifest, first -> new Known());
        if (known.mayBeRenewed(clock.millis())) {
            try {
                known.preparing = lookUp(event, manifest);
            } catch (Unavailable silent) {
                known.preparing = false;
            } catch (RuntimeException unreadable) {
                // A newer node may have noted what this one does not know yet.
                JOURNAL.warn(
                        "It cannot be read whether a recording is in preparation.",
                        Map.of("eventId", event.id().value()),
                        unreadable);
            } finally {
                known.renewed(clock.millis());
            }
        }
        return known.preparing;
    }

    private boolean lookUp(Event event, String manifest) {
        return broadcasts
                .find(event.id())
                .filter(broadcast -> becomesRecording(broadcast, event))
                .filter(broadcast -> manifest.contains(folder(broadcast)))
                .isPresent();
    }

    private boolean becomesRecording(Broadcast broadcast, Event event) {
        return broadcast.becomesRecording(Slot.of(event, settings, clock.instant()));
    }

    /** Of one address. */
    private static final class Known {
        private final AtomicBoolean renewing = new AtomicBoolean();
        private volatile boolean preparing;
        private volatile long since = Long.MIN_VALUE / 2;

        boolean mayBeRenewed(long now) {
            // Also where the clock was set back.
            return Math.abs(now - since) >= FRESH.toMillis() && renewing.compareAndSet(false, true);
        }

        // A silent store is not asked again at once either.
        void renewed(long now) {
            since = now;
            renewing.set(false);
        }
    }

    /** Every origin plays an event's channels below it; what else an event plays need not be looked up. */
    private static String liveFolder(EventId event) {
        return "/" + event.value() + "/live/";
    }

    // The origin itself is not asked: who shows an event must not have to make one first.
    private static String folder(Broadcast broadcast) {
        return liveFolder(broadcast.event()) + broadcast.id().value() + "/";
    }
}
