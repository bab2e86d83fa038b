package foyer.media;

import foyer.event.Event;
import foyer.media.cost.CapLevel;
import foyer.media.cost.CapStanding;
import foyer.media.cost.LiveCost;
import foyer.media.cost.LiveUse;
import foyer.media.cost.OnCap;
import foyer.media.cost.PriceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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

    /**
     * What an event's channel will have cost in the end, if it is prepared by now and nobody starts or stops it by hand. One that is not
     * prepared yet is taken to be made as it would be; of one that is over nothing is ahead.
     *
     * @param last the last that was prepared; it does not count where the event was moved since, so that another is to come
     */
    LiveCost forecast(Event event, Optional<Broadcast> last, long viewers) {
        var slot = Slot.of(event, settings, clock.instant());
        var prepared = last.filter(found -> found.isOf(slot));
        return forecast(
                event, prepared, viewers, prepared.map(Reckoning::leftOut).orElseGet(() -> rungsToLeaveOut(event)));
    }

    /** What a broadcast's channel has cost up to when it was last looked at, without what viewers were sent. */
    LiveCost soFar(Broadcast broadcast) {
        return cost(broadcast.meter().use(), leftOut(broadcast));
    }

    /** Empty: there is no cap, or nothing is billed. */
    Optional<CapStanding> standing(LiveCost expected) {
        return prices.standing(expected);
    }

    /** By the seats of its event. */
    Optional<CapStanding> standing(Event event, Broadcast broadcast) {
        return prices.capped().flatMap(cap -> standing(forecast(event, Optional.of(broadcast), seats(event))));
    }

    /** How many of the largest sizes a channel has to do without to cost less than its cap; 0 where that is not asked for. */
    int rungsToLeaveOut(Event event) {
        var most = origin.billed().map(channel -> channel.rungs().size() - 1).orElse(0);
        var leftOut = 0;
        while (leftOut < most && reaches(event, leftOut)) {
            leftOut++;
        }
        return leftOut;
    }

    private boolean reaches(Event event, int leftOut) {
        return prices.capped().filter(cap -> cap.onCap() == OnCap.STEP_DOWN).isPresent()
                && standing(forecast(event, Optional.empty(), seats(event), leftOut))
                        .filter(standing -> standing.level() == CapLevel.REACHED)
                        .isPresent();
    }

    private LiveCost forecast(Event event, Optional<Broadcast> prepared, long viewers, int leftOut) {
        var now = clock.instant();
        var rest = rest(Slot.of(event, settings, now), prepared, viewers, now);
        return cost(
                prepared.map(there -> there.meter().use()).orElse(LiveUse.NONE).plus(rest), leftOut);
    }

    // What is over runs no more, and what its viewers were sent is in no meter.
    private LiveUse rest(Slot slot, Optional<Broadcast> prepared, long viewers, Instant now) {
        if (!slot.overAt(now) && prepared.filter(Broadcast::over).isEmpty()) {
            return slot.useAhead(settings, viewers, now);
        }
        return prepared.isPresent() && !slot.takenDown() ? slot.allWatched(viewers) : LiveUse.NONE;
    }

    private LiveCost cost(LiveUse use, int leftOut) {
        return origin.billed()
                .map(channel -> prices.cost(channel.without(leftOut), use))
                .orElse(LiveCost.ONE_MACHINE);
    }

    private static int leftOut(Broadcast broadcast) {
        return broadcast.spending().rungsLeftOut();
    }

    // Where there is no limit nobody knows who will come: what they are sent is left out.
    private static long seats(Event event) {
        var capacity = event.plan().admission().capacity();
        return capacity == null ? 0 : capacity;
    }
}
