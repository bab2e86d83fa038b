package foyer.event;

import foyer.shared.ValidationFailed;
import java.time.Instant;
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

    /** Fails with {@link ValidationFailed} for a limit beyond its bounds. */
    public EventQuery {
        if (limit < 1 || limit > MOST) {
            throw new ValidationFailed("limit", "out_of_range", "This must be from 1 to " + MOST + ".");
        }
    }

    public boolean wants(Event event, Instant now) {
        return state == null || state == event.stateAt(now);
    }
}
