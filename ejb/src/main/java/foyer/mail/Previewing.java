package foyer.mail;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.Events;
import foyer.mail.Letter.Detail;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.Money;
import foyer.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows organizers what their viewers will read. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Previewing {
    private static final EmailAddress SOMEBODY = new EmailAddress("viewer@example.org");
    private static final Money USUAL_PRICE = new Money(1200, Currency.getInstance("EUR"));
    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(10);

    @Inject
    Events events;

    @Inject
    Rendering rendering;

    @Inject
    LinkSettings links;

    @Inject
    Clock clock;

    /**
     * A letter to nobody, as a neutral tree. Fails with {@link NotFound} for what is no kind of letter.
     *
     * @param kind as the wire writes it: {@code reminderDay}
     * @param language a language tag; English where there are no words in it
     */
    @RolesAllowed({"admin", "organizer"})
    public Map<String, Object> preview(EventId id, String kind, String language) {
        var event = events.find(id).orElseThrow(() -> new NotFound("event"));
        var message = rendering.message("preview", sample(kind(kind), event, language), event);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", kind);
        tree.put("subject", message.subject());
        tree.put("text", message.text());
        tree.put("html", message.html());
        message.invitation().ifPresent(invitation -> tree.put("calendar", invitation.text()));
        return tree;
    }

    private Letter sample(LetterKind kind, Event event, String language) {
        var until = clock.instant().plus(USUAL_LIFETIME);
        return switch (kind) {
            case CODE, ALREADY_REGISTERED, PASSWORD_RESET ->
                letter(kind, event, language, Map.of(Detail.CODE, "123456", Detail.UNTIL, until.toString()));
            case OFFER -> letter(kind, event, language, Map.of(Detail.UNTIL, until.toString()));
            case PAYMENT_DUE,
                    RECEIPT,
                    PAYMENT_FAILED,
                    PAYMENT_LATE,
                    PAYMENT_TWICE,
                    PAYMENT_DISPUTED,
                    REFUNDED,
                    PAYMENT_ALERT -> letter(kind, event, language, ofPayment(event, until));
            case COST_ALERT ->
                letter(
                        kind,
                        event,
                        language,
                        Map.of(Detail.AMOUNT, USUAL_PRICE.kept(), Detail.LIMIT, USUAL_PRICE.kept()));
            case CONFIRMATION,
                    ACCESS_LINK,
                    NEW_LINK,
                    WAITING_LIST,
                    AWAITING_APPROVAL,
                    REVOKED,
                    REMINDER_DAY,
                    REMINDER_HOUR,
                    EVENT_CHANGED,
                    EVENT_CANCELLED -> letter(kind, event, language, Map.of());
        };
    }

    private static Map<Detail, String> ofPayment(Event event, Instant until) {
        var price = event.plan().admission().payment().price().orElse(USUAL_PRICE);
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.AMOUNT, price.kept());
        details.put(Detail.PAYMENT, "preview");
        details.put(Detail.REASON, "REFUND_FAILED");
        details.put(Detail.UNTIL, until.toString());
        if (event.plan().enrolment().approval()) {
            details.put(Detail.APPROVAL, "asked");
        }
        return details;
    }

    private Letter letter(LetterKind kind, Event event, String language, Map<Detail, String> details) {
        var all = new LinkedHashMap<>(details);
        all.put(Detail.NAME, "Ada Lovelace");
        all.put(Detail.REGISTRATION, "preview");
        all.put(Detail.LINK, links.page(event.id()));
        return new Letter(kind, event.id(), SOMEBODY, language, all);
    }

    private static LetterKind kind(String name) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> Fields.wireName(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("kind of letter"));
    }
}
