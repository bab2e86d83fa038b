package foyer.mail;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.shared.EmailAddress;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody is to be told, before it has words.
 *
 * @param language a language tag ({@code de}, {@code pt-BR}); the nearest there is will be used
 * @param details by the constants of {@link Detail}; those that the kind has no use for are left alone
 */
public record Letter(LetterKind kind, EventId event, EmailAddress to, String language, Map<Detail, String> details) {
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

    /** Whether it brings a code that opens nothing any more. */
    boolean overAt(Instant now) {
        var until = details.get(Detail.UNTIL);
        return details.containsKey(Detail.CODE)
                && until != null
                && kind.awaited()
                && !now.isBefore(Instant.parse(until));
    }

    /** Whether it is a ticket for an event that does not take place. */
    boolean invitesInVain(Event event) {
        return kind == LetterKind.CONFIRMATION && event.takenDown();
    }
}
