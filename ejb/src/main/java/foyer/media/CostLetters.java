package foyer.media;

import foyer.event.Event;
import foyer.mail.Letter;
import foyer.mail.Letter.Detail;
import foyer.mail.LetterKind;
import foyer.mail.Posting;
import foyer.media.cost.CapStanding;
import foyer.media.cost.PriceSettings;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Tells organizers what their live channels cost. A letter's id is of its channel, so that it goes out once. */
@Dependent
class CostLetters {
    @Inject
    PriceSettings settings;

    /** What is written along with the note that somebody was told; empty: that is no matter of a letter, or nobody's. */
    Outgoing[] of(Broadcast broadcast, Event event, CapStanding standing, Instant now) {
        return switch (standing.level()) {
            case BELOW, NEAR -> new Outgoing[0];
            case REACHED ->
                settings.alerts().stream()
                        .map(to -> reached(broadcast, event, standing, to, now))
                        .toArray(Outgoing[]::new);
        };
    }

    // In English, as all alerts: those who get them have no language here.
    private static Outgoing reached(
            Broadcast broadcast, Event event, CapStanding standing, EmailAddress to, Instant now) {
        var details = Map.of(
                Detail.AMOUNT,
                standing.expected().kept(),
                Detail.LIMIT,
                standing.cap().most().kept());
        var letter = new Letter(LetterKind.COST_ALERT, event.id(), to, "en", details);
        return Posting.outgoing("costAlert-" + broadcast.id().value(), letter, now);
    }
}
