package foyer.event;

import foyer.shared.ValidationFailed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param state where they stand at present; null: anywhere
 * @param limit 1 to 200
 * @param position what {@link foyer.shared.Page#next} said; null: from the beginning
 */
public record EventQuery(
        @Nullable EventState state, int limit, @Nullable String position) {
    public static final int USUAL_LIMIT = 50;
    public static final int MOST = 200;

    /** What the events of a page take together, unless one alone takes more: two hundred of the largest would be sixty megabytes. */
    static final long MOST_BYTES = 3_000_000;

    /** Fails with {@link ValidationFailed} for a limit beyond its bounds. */
    public EventQuery {
        if (limit < 1 || limit > MOST) {
            throw new ValidationFailed("limit", "out_of_range", "This must be from 1 to " + MOST + ".");
        }
    }

    public boolean wants(Event event, Instant now) {
        return state == null || state == event.stateAt(now);
    }

    /** How many of these, the first ones, make a page: as many as are asked for, and fewer where they are large. */
    public int fitting(List<Event> wanted) {
        var bytes = 0L;
        for (var count = 0; count < Math.min(limit, wanted.size()); count++) {
            bytes += DocumentSize.of(wanted.get(count).plan().tree());
            if (bytes > MOST_BYTES && count > 0) {
                return count;
            }
        }
        return Math.min(limit, wanted.size());
    }
}
