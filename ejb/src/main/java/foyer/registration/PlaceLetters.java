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

    /**
     * What becomes of the event, or that it is near. Whoever has a seat, has paid for one that the organizer still has to agree
     * to, or had one until it was called off, has an entry in the calendar that follows, and gets in by the letter alone; who
     * hopes for one, or did, has neither entry nor ticket to speak of.
     *
     * @param id of fact and reader, for this is told once
     */
    Outgoing news(String id, LetterKind kind, Registration reader, Instant now) {
        var details = new EnumMap<Detail, String>(Detail.class);
        if (reader.invited()) {
            details.put(Detail.REGISTRATION, reader.id().value());
        }
        if (reader.credentials().link().isPresent()) {
            details.put(Detail.LINK, links.addressOf(reader));
        }
        return Posting.outgoing(id, letter(kind, reader, details), now);
    }

    private Outgoing letter(LetterKind kind, Registration registration, Instant now) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.REGISTRATION, registration.id().value());
        details.put(Detail.LINK, links.addressOf(registration));
        registration.hold().ifPresent(until -> details.put(Detail.UNTIL, until.toString()));
        return Posting.outgoing(letter(kind, registration, details), now);
    }

    private static Letter letter(LetterKind kind, Registration reader, EnumMap<Detail, String> details) {
        reader.greeted().ifPresent(name -> details.put(Detail.NAME, name));
        return new Letter(kind, reader.event(), reader.email(), reader.language(), details);
    }
}
