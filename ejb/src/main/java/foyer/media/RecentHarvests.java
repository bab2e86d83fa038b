package foyer.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.event.Event;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether what events showed live is becoming a recording, as this node found of late, so that a herd of viewers looks it up once. */
public final class RecentHarvests {
    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Broadcasts broadcasts;
    private final LiveOrigin origin;
    private final LiveSettings settings;
    private final Clock clock;
    private final Cache<String, Boolean> found;

    RecentHarvests(Broadcasts broadcasts, LiveOrigin origin, LiveSettings settings, Clock clock) {
        this.broadcasts = broadcasts;
        this.origin = origin;
        this.settings = settings;
        this.clock = clock;
        this.found = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Of what the event plays now; false also while the store does not answer, for an event is shown all the same. */
    public boolean inPreparation(Event event) {
        var live = event.manifestUrl().filter(manifest -> manifest.contains(liveFolder(event)));
        return live.isPresent() && found.get(live.get(), manifest -> lookUp(event, manifest));
    }

    private boolean lookUp(Event event, String manifest) {
        try {
            return broadcasts
                    .find(event.id())
                    .filter(broadcast -> becomesRecording(broadcast, event))
                    .filter(broadcast -> origin.playback(broadcast).toString().equals(manifest))
                    .isPresent();
        } catch (Unavailable silent) {
            return false;
        }
    }

    private boolean becomesRecording(Broadcast broadcast, Event event) {
        return broadcast.becomesRecording(Slot.of(event, settings, clock.instant()));
    }

    /** Every origin plays an event's channels below it; what else an event plays need not be looked up. */
    private static String liveFolder(Event event) {
        return "/" + event.id().value() + "/live/";
    }
}
