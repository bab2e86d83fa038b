package foyer.media;

import foyer.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

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

    /** What an event's channel will cost if it is prepared now and nobody starts or stops it by hand. */
    LiveCost forecast(Event event, long viewers) {
        var now = clock.instant();
        return cost(LiveUse.ahead(Slot.of(event, settings, now), settings, viewers, now));
    }

    private LiveCost cost(LiveUse use) {
        return origin.billed()
                .map(channel ->
                        prices.known().map(known -> known.cost(channel, use)).orElse(LiveCost.NO_PRICES))
                .orElse(LiveCost.ONE_MACHINE);
    }
}
