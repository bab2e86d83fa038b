package foyer.registration.dynamodb;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.shared.Caches;
import foyer.shared.ReadTogether;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.StoreLine;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks after the events whose last seats are being taken, as far as this node knows: a part of their seats was full when
 * it was last looked at, or few were left at all. There everybody looks before anything is written, all together, and no
 * more try at once than there are parts: more would only meet each other, and each of them writes before it is refused.
 */
final class LastSeats {
    private static final int EVENTS = 1_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    // As many calls as a node makes to the store at once: of more seats than that some are left for all who are at it.
    private static final int FEW = 48;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    // Longer than the last seats take to be given away, eight at a time, on a machine that has nothing to spare: who
    // stood in line in vain would write three times, only to be refused, in the midst of those who are in turn.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    // Much longer than two reads of a store that works: who looks with others stands before no turnstile.
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(1);

    private final ReadTogether<EventId, SeatPlan> plans;
    private final Duration patience;
    private final Cache<EventId, StoreLine> lines;
    private final Cache<EventId, Boolean> refused;
    private final Cache<EventId, Boolean> looked;

    /** @param reading the seats as they are */
    LastSeats(Function<EventId, SeatPlan> reading, Clock clock) {
        this(reading, PATIENCE, clock);
    }

    /** @param patience after which somebody stands in line no longer, and tries beside those who are in turn */
    LastSeats(Function<EventId, SeatPlan> reading, Duration patience, Clock clock) {
        this.plans = new ReadTogether<>(reading, PATIENCE_WITH_OTHERS);
        this.patience = patience;
        this.lines = Caches.by(clock)
                .maximumSize(EVENTS)
                .expireAfterAccess(REMEMBERED)
                .build();
        this.refused = Caches.by(clock)
                .maximumSize(EVENTS)
                .expireAfterWrite(REMEMBERED)
                .build();
        this.looked =
                Caches.by(clock).maximumSize(EVENTS).expireAfterWrite(A_MOMENT).build();
    }

    /** Whether an event is one of those. */
    boolean of(EventId event) {
        return lines.getIfPresent(event) != null;
    }

    /**
     * The same; looks, once in a moment, where more are at it than there are parts, for these may be the last seats
     * already, and not where there is no last one. Where the store does not say so nobody is refused for that: it is as if
     * nobody had looked.
     *
     * @param atOnce who registers there at this moment, on this node
     */
    boolean of(EventId event, Capacity capacity, int atOnce) {
        if (capacity.limited() && !of(event) && atOnce > Seats.SHARDS && looked.getIfPresent(event) == null) {
            try {
                look(event);
            } catch (Unavailable silent) {
                looked.put(event, true);
            }
        }
        return of(event);
    }

    /** The seats as they are, read after this was called. Fails with {@link Unavailable} where that takes too long. */
    SeatPlan look(EventId event) {
        var plan = plans.read(event);
        if (plan.withRoom().isPresent()) {
            refused.invalidate(event);
        }
        looked.put(event, true);
        if (plan.roomEverywhere() && plan.left() > FEW) {
            lines.invalidate(event);
        } else {
            lines.asMap().computeIfAbsent(event, any -> new StoreLine(Seats.SHARDS, patience));
        }
        return plan;
    }

    /** Somebody found no seat there. */
    void refuse(EventId event) {
        refused.put(event, true);
    }

    /** Whether somebody found no seat there a moment ago, and nobody has seen one since. */
    boolean refusedLately(EventId event) {
        return refused.getIfPresent(event) != null;
    }

    /** In the order in which they came, at an event that is one of those; at others at once. */
    <T> T inTurn(EventId event, Supplier<T> wish) {
        var line = lines.getIfPresent(event);
        return line == null ? wish.get() : line.inTurn(wish);
    }
}
