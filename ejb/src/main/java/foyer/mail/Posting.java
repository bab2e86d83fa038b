package foyer.mail;

import foyer.event.EventId;
import foyer.mail.Letter.Detail;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes letters into what is kept until it is sent, and back. */
public final class Posting {
    /** The kind of {@link Outgoing} that letters are which somebody waits for. */
    public static final String AWAITED = "awaitedLetter";
    /** The kind of {@link Outgoing} that all other letters are. */
    public static final String OTHER = "letter";

    static final Set<String> KINDS = Set.of(AWAITED, OTHER);

    private Posting() {}

    /** A letter that goes out as soon as possible, and every time that this happens. */
    public static Outgoing outgoing(Letter letter, Instant now) {
        return outgoing(Ids.fresh(), letter, now);
    }

    /** @param id the same for the same fact, which is told once */
    public static Outgoing outgoing(String id, Letter letter, Instant due) {
        var details = new LinkedHashMap<String, Object>();
        letter.details().forEach((detail, text) -> details.put(Fields.wireName(detail), text));
        var facts = Map.<String, Object>of(
                "kind", Fields.wireName(letter.kind()),
                "eventId", letter.event().value(),
                "to", letter.to().typed(),
                "language", letter.language(),
                "details", details);
        return new Outgoing(id, letter.kind().awaited() ? AWAITED : OTHER, facts, due);
    }

    /** Fails with {@link foyer.shared.ValidationFailed} on facts that no letter was made into. */
    static Letter letter(Outgoing outgoing) {
        var facts = Fields.of(outgoing.facts());
        var details = new EnumMap<Detail, String>(Detail.class);
        facts.group("details").ifPresent(group -> {
            for (var detail : Detail.values()) {
                group.text(Fields.wireName(detail)).ifPresent(text -> details.put(detail, text));
            }
        });
        var kind = facts.choice("kind", LetterKind.class);
        var event = facts.text("eventId").map(EventId::new);
        var to = facts.text("to").map(EmailAddress::new);
        var language = facts.text("language");
        facts.throwIfRefused();
        return new Letter(kind.orElseThrow(), event.orElseThrow(), to.orElseThrow(), language.orElseThrow(), details);
    }
}
