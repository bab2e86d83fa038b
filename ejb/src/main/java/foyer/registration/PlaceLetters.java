package foyer.registration;

import foyer.mail.Letter;
import foyer.mail.Letter.Detail;
import foyer.mail.LetterKind;
import foyer.mail.Posting;
import foyer.shared.Outgoing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;

/** Tells people what became of their place without their doing. */
@Dependent
class PlaceLetters {
    private final AccessLinks links;

    @Inject
    PlaceLetters(AccessLinks links) {
        this.links = links;
    }

    /** The organizer agreed. */
    Outgoing confirmation(Registration registration, Instant now) {
        return letter(LetterKind.CONFIRMATION, registration, now);
    }

    /** A seat is free, for as long as it is held. */
    Outgoing offer(Registration registration, Instant now) {
        return letter(LetterKind.OFFER, registration, now);
    }

    private Outgoing letter(LetterKind kind, Registration registration, Instant now) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.REGISTRATION, registration.id().value());
        details.put(Detail.LINK, links.addressOf(registration));
        registration.hold().ifPresent(until -> details.put(Detail.UNTIL, until.toString()));
        if (registration.userData().get("name") instanceof String name) {
            details.put(Detail.NAME, name);
        }
        return Posting.outgoing(
                new Letter(kind, registration.event(), registration.email(), registration.language(), details), now);
    }
}
