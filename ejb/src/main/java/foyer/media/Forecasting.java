package foyer.media;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.Events;
import foyer.media.cost.LiveForecast;
import foyer.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Tells organizers what showing their event live will cost, before they decide on it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class Forecasting {
    @Inject
    Events events;

    @Inject
    Broadcasts broadcasts;

    @Inject
    LiveOrigin origin;

    @Inject
    Reckoning reckoning;

    /**
     * Of any event, published or not, without a channel or with one, and what that has cost so far; once that is over, what it has cost,
     * with what its viewers were sent at most. Fails with {@link foyer.shared.WrongState} where this deployment has no live channels.
     *
     * @param viewers how many are expected; null: as many as the event has seats
     */
    @RolesAllowed({"admin", "organizer"})
    public LiveForecast forecast(EventId id, @Nullable Long viewers) {
        origin.ready();
        var event = events.find(id).orElseThrow(() -> new NotFound("event"));
        var expected = viewers == null ? seats(event) : viewers;
        var cost = reckoning.forecast(event, broadcasts.find(id), expected == null ? 0 : expected);
        return new LiveForecast(id, expected, cost, reckoning.standing(cost).orElse(null));
    }

    private static @Nullable Long seats(Event event) {
        return event.plan().admission().capacity();
    }
}
