package foyer.access;

import foyer.event.EventId;
import foyer.mail.Letter;
import foyer.mail.Letter.Detail;
import foyer.mail.LetterKind;
import foyer.mail.Posting;
import foyer.registration.AccessLinks;
import foyer.registration.Registration;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Writes the letters that open the player. */
@Dependent
class ViewerLetters {
    private final AccessLinks links;

    @Inject
    ViewerLetters(AccessLinks links) {
        this.links = links;
    }

    /** With a code and a link that prove the address; with the link alone where no code would open it. */
    Outgoing code(Registration registration, FreshProof proof, LetterKind kind, Instant now) {
        var details = details(registration);
        if (registration.credentials().openByCodesAt(now)) {
            details.put(Detail.CODE, proof.code());
        }
        details.put(Detail.LINK, links.address(registration.event(), proof.linkToken()));
        details.put(Detail.UNTIL, proof.kept().until().toString());
        return letter(registration, kind, details, now);
    }

    /** To whom an address belongs that somebody registered again. */
    Outgoing again(EventId event, EmailAddress email, String language, FreshProof proof, Instant now) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.CODE, proof.code());
        details.put(Detail.LINK, links.address(event, proof.linkToken()));
        details.put(Detail.UNTIL, proof.kept().until().toString());
        return Posting.outgoing(new Letter(LetterKind.ALREADY_REGISTERED, event, email, language, details), now);
    }

    /** What a registration is told once it stands where it does, with its access link. */
    Outgoing standing(Registration registration, Instant now) {
        return withLink(registration, kindOf(registration), now);
    }

    /** The same where nobody has proven the address: whoever reads its mail is not greeted by what a stranger may have typed. */
    Outgoing standingUnproven(Registration registration, Instant now) {
        var kind = kindOf(registration);
        var details = withLink(registration, kind);
        details.remove(Detail.NAME);
        return letter(registration, kind, details, now);
    }

    private static LetterKind kindOf(Registration registration) {
        return switch (registration.state()) {
            case HELD -> registration.fee().open() ? LetterKind.PAYMENT_DUE : LetterKind.CONFIRMATION;
            case CONFIRMED -> LetterKind.CONFIRMATION;
            case WAITING -> LetterKind.WAITING_LIST;
            case AWAITING_APPROVAL -> LetterKind.AWAITING_APPROVAL;
            case CANCELLED, EXPIRED -> LetterKind.REVOKED;
        };
    }

    Outgoing withLink(Registration registration, LetterKind kind, Instant now) {
        return letter(registration, kind, withLink(registration, kind), now);
    }

    private EnumMap<Detail, String> withLink(Registration registration, LetterKind kind) {
        var details = details(registration);
        if (kind == LetterKind.REVOKED && !registration.invited()) {
            // There is no entry in the calendar to be taken back.
            details.remove(Detail.REGISTRATION);
        }
        if (registration.credentials().link().isPresent()) {
            details.put(Detail.LINK, links.addressOf(registration));
        }
        if (kind == LetterKind.PAYMENT_DUE) {
            registration.hold().ifPresent(until -> details.put(Detail.UNTIL, until.toString()));
        }
        return details;
    }

    private static Outgoing letter(Registration to, LetterKind kind, Map<Detail, String> details, Instant now) {
        return Posting.outgoing(new Letter(kind, to.event(), to.email(), to.language(), details), now);
    }

    private static EnumMap<Detail, String> details(Registration registration) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.REGISTRATION, registration.id().value());
        registration.greeted().ifPresent(name -> details.put(Detail.NAME, name));
        return details;
    }
}
