package foyer.media;

import foyer.event.Event;
import foyer.shared.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Keeps live channels to what they may cost, as far as that is possible without stopping one, and tells the operator where it is not. */
@ApplicationScoped
class Capping {
    private static final Journal JOURNAL = Journal.of(Capping.class);

    @Inject
    Reckoning reckoning;

    @Inject
    CostAlerts alerts;

    /** How a channel is to be made that is about to be: what is made keeps its sizes. */
    Spending planned(Event event) {
        var leftOut = reckoning.rungsToLeaveOut(event);
        if (leftOut == 0) {
            return Spending.FREE;
        }
        alerts.raised();
        JOURNAL.alert(
                "A channel is made without its upper sizes, to cost less.",
                Map.of("eventId", event.id().value(), "leftOut", leftOut),
                null);
        return Spending.leavingOut(leftOut);
    }

    /** Told once for each level, however often somebody looks; twice at worst, where two look at once. */
    Spending watched(Broadcast broadcast, Event event) {
        var spending = broadcast.spending();
        return reckoning
                .standing(event, broadcast)
                .filter(standing -> standing.level().compareTo(spending.told()) > 0)
                .map(standing -> told(broadcast, standing))
                .orElse(spending);
    }

    private Spending told(Broadcast broadcast, CapStanding standing) {
        var fields = Map.of(
                "eventId", broadcast.event().value(),
                "broadcastId", broadcast.id().value(),
                "expected", standing.expected(),
                "cap", standing.cap().most());
        alerts.raised();
        switch (standing.level()) {
            case BELOW -> throw new IllegalStateException("Nobody is told that all is well.");
            case NEAR -> JOURNAL.warn("A channel will cost nearly as much as it may.", fields);
            case REACHED -> JOURNAL.alert("A channel will cost more than it may. It is not stopped.", fields, null);
        }
        return broadcast.spending().told(standing.level());
    }
}
