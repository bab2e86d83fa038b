package foyer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this node has read of late of sessions whose pictures it delivers, so that the store is asked about each of them once
 * every few seconds and not for every segment.
 */
public final class RecentStandings {
    /** Longer than a store is away, as a rule; whose right others took back since would else keep it as long as this node is cut off. */
    private static final Duration SILENT_AT_MOST = Duration.ofMinutes(10);

    /**
     * @param at when the store was last asked
     * @param told when it last spoke
     */
    private record Reading(Standing standing, Instant at, Instant told) {
        boolean youngerThan(Duration age, Instant now) {
            return at.plus(age).isAfter(now);
        }

        boolean toldWithin(Duration age, Instant now) {
            return told.plus(age).isAfter(now);
        }
    }

    private final Sessions sessions;
    private final Duration recheck;
    private final Clock clock;
    private final Cache<SessionId, Reading> readings;

    RecentStandings(Sessions sessions, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.recheck = settings.recheck();
        this.clock = clock;
        this.readings = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .executor(Runnable::run)
                .build();
    }

    /**
     * As it stood {@link SessionSettings#recheck} ago at most, or as long as the store is silent, when it last spoke. Fails with
     * {@link Unavailable} where nothing is known and the store is silent, or has been for ten minutes.
     */
    public Standing of(SessionId id) {
        var recent = readings.getIfPresent(id);
        if (recent != null && recent.youngerThan(recheck, clock.instant())) {
            return recent.standing();
        }
        // One caller reads anew, the others of the same session wait for it.
        return readings.asMap()
                .compute(
                        id,
                        (same, known) -> known != null && known.youngerThan(recheck, clock.instant())
                                ? known
                                : reading(id, known))
                .standing();
    }

    private Reading reading(SessionId id, @Nullable Reading known) {
        try {
            var standing = read(id);
            var now = clock.instant();
            return new Reading(standing, now, now);
        } catch (Unavailable silent) {
            var now = clock.instant();
            if (known == null || !known.toldWithin(SILENT_AT_MOST, now)) {
                throw silent;
            }
            // Who watches goes on watching while the store is silent.
            return new Reading(known.standing(), now, known.told());
        }
    }

    private Standing read(SessionId id) {
        var found = sessions.find(id);
        if (found.isEmpty()) {
            return Standing.CLOSED;
        }
        var session = found.get();
        return session.overAt(clock.instant()) ? Standing.EXPIRED : sessions.standingOf(session);
    }
}
