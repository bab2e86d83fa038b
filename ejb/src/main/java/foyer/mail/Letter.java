package foyer.mail;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody is to be told, before it has words.
 *
 * @param language a language tag ({@code de}, {@code pt-BR}); the nearest there is will be used
 * @param details by the constants of {@link Detail}; those that the kind has no use for are left alone
 */
public record Letter(LetterKind kind, EventId event, EmailAddress to, String language, Map<Detail, String> details) {
    /** So long before the start the reminder of the day before makes way for the last one. */
    private static final Duration HOUR = Duration.ofHours(1);

    /** What letters say beside what the event says. */
    public enum Detail {
        /** Six digits. */
        CODE,
        /** A whole address, which opens the player. */
        LINK,
        /** Until when the code, the link or the offer holds, as an ISO instant. */
        UNTIL,
        /** Whom to greet. */
        NAME,
        /** The registration's id: letters of one registration share one entry in a calendar. */
        REGISTRATION,
        /** A sum: whole minor units, a blank, and the currency by ISO 4217. */
        AMOUNT,
        /** The most that something may cost, written as a sum. */
        LIMIT,
        /** A payment's id. */
        PAYMENT,
        /** That it still takes the organizer's agreement, in whatever word; absent where it does not. */
        APPROVAL,
        /** Why a person is needed, for operators. */
        REASON
    }

    public Letter {
        details = Map.copyOf(details);
    }

    /** Whether it brings a code or a link that opens nothing any more, or offers a seat that is kept no longer. */
    boolean overAt(Instant now) {
        var until = details.get(Detail.UNTIL);
        return holdsForAWhile() && until != null && !now.isBefore(Instant.parse(until));
    }

    private boolean holdsForAWhile() {
        return kind == LetterKind.OFFER
                || kind == LetterKind.PAYMENT_DUE
                || (kind.awaited() && details.containsKey(Detail.UNTIL));
    }

    /** Whether what it says is not so any more, for the event as it stands now. */
    boolean isVain(Event event, Instant now) {
        return switch (kind) {
            case REMINDER_DAY -> event.takenDown() || !now.isBefore(start(event).minus(HOUR));
            case REMINDER_HOUR -> event.takenDown() || !now.isBefore(start(event));
            case CONFIRMATION, OFFER, PAYMENT_DUE, EVENT_CHANGED -> event.takenDown();
            case CODE,
                    ALREADY_REGISTERED,
                    ACCESS_LINK,
                    NEW_LINK,
                    PASSWORD_RESET,
                    WAITING_LIST,
                    AWAITING_APPROVAL,
                    REVOKED,
                    EVENT_CANCELLED,
                    RECEIPT,
                    PAYMENT_FAILED,
                    PAYMENT_LATE,
                    PAYMENT_TWICE,
                    PAYMENT_DISPUTED,
                    REFUNDED,
                    PAYMENT_ALERT,
                    COST_ALERT -> false;
        };
    }

    private static Instant start(Event event) {
        return event.startsAt().toInstant();
    }
}
