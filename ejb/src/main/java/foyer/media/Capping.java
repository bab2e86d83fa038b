package foyer.media;

import foyer.event.Event;
import foyer.media.cost.CapStanding;
import foyer.media.cost.Spending;
import foyer.shared.Journal;
import foyer.shared.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Keeps live channels to what they may cost, as far as that is possible without stopping one, and tells the operator where it is not. */
@ApplicationScoped
class Capping {
    private static final Journal JOURNAL = Journal.of(Capping.class);

    @Inject
    Reckoning reckoning;

    @Inject
    CostAlerts alerts;

    @Inject
    CostLetters letters;

    @Inject
    Clock clock;

    /** How a channel is to be made that is about to be: what is made keeps its sizes. */
    Spending planned(Event event) {
        return Spending.leavingOut(reckoning.rungsToLeaveOut(event));
    }

    /** To be called once it is noted, by who noted it: whoever loses a race makes no channel. */
    void tellPlanned(Broadcast noted) {
        var leftOut = noted.spending().rungsLeftOut();
        if (leftOut == 0) {
            return;
        }
        alerts.raised();
        JOURNAL.alert(
                "A channel is made without its upper sizes, to cost less.",
                Map.of("eventId", noted.event().value(), "leftOut", leftOut),
                null);
    }

    /** How it stands, where that is worse than what the operator was told of; nobody is told by this. */
    Optional<CapStanding> untold(Broadcast broadcast, Event event) {
        var told = broadcast.spending().told();
        return reckoning
                .standing(event, broadcast)
                .filter(standing -> standing.level().compareTo(told) > 0);
    }

    /** What is to be written along with the note that the operator is told of this, so that no letter is lost and none comes twice. */
    Outgoing[] letters(Broadcast broadcast, Event event, CapStanding standing) {
        return letters.of(broadcast, event, standing, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** To be called once it is noted that the operator is told, by who noted it: so each level is told once, whoever looks. */
    void tell(Broadcast broadcast, CapStanding standing) {
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
    }
}
