package foyer.media;

import foyer.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Says what live channels cost, by what of them is billed where they are made and by the prices that are set. */
@ApplicationScoped
class Reckoning {
    @Inject
    LiveOrigin origin;

    @Inject
    PriceSettings prices;

    @Inject
    LiveSettings settings;

    @Inject
    Clock clock;

    /** What an event's channel will have cost in the end, if it is prepared by now and nobody starts or stops it by hand. */
    LiveCost forecast(Event event, Optional<Broadcast> prepared, long viewers) {
        var now = clock.instant();
        var ahead = LiveUse.ahead(Slot.of(event, settings, now), settings, viewers, now);
        return cost(
                prepared.map(there -> there.meter().use()).orElse(LiveUse.NONE).plus(ahead));
    }

    /** What a broadcast's channel has cost up to when it was last looked at, without what viewers were sent. */
    LiveCost soFar(Broadcast broadcast) {
        return cost(broadcast.meter().use());
    }

    private LiveCost cost(LiveUse use) {
        return origin.billed()
                .map(channel ->
                        prices.known().map(known -> known.cost(channel, use)).orElse(LiveCost.NO_PRICES))
                .orElse(LiveCost.ONE_MACHINE);
    }
}
