package foyer.media.cost;

import foyer.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * What an event's live channel will cost.
 *
 * @param viewers for how many; null: nobody says, and what is delivered to them is left out
 * @param cap how it stands to what it may cost; null: there is no cap
 */
public record LiveForecast(
        EventId event,
        @Nullable Long viewers,
        LiveCost cost,
        @Nullable CapStanding cap) {}
