package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What those who registered for an event are to hear, kept by the transaction of the change that it tells of. Reminders are
 * made ahead; one whose event has moved since no longer holds, and another was made when it moved.
 *
 * @param version of the event when it became news
 * @param startsAt when the event began then
 * @param subject what a change is about, as it was then: the times and the title
 * @param at when it became news; far ahead where that is not known
 */
public record News(What what, EventId event, long version, Instant startsAt, String subject, Instant at) {
    /** The kind of {@link Outgoing} that news are. */
    public static final String KIND = "news";

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    /** What has happened, or is about to. */
    public enum What {
        REMINDER_DAY,
        REMINDER_HOUR,
        CHANGED,
        CANCELLED
    }

    static List<Outgoing> of(Event before, Event after, Instant now) {
        var news = new ArrayList<Outgoing>();
        if (expected(before) && after.decided() == EventState.CANCELLED) {
            news.add(outgoing(What.CANCELLED, after, now, now));
        }
        // Whatever its way in is by now, people may have paid for it, and some may be paying at this moment.
        if (before.decided() != EventState.DRAFT && !before.takenDown() && after.takenDown()) {
            news.add(Cancellation.of(after, now));
        }
        if (!expected(after)) {
            return news;
        }
        if (expected(before) && differs(before, after)) {
            news.add(outgoing(What.CHANGED, after, now, now));
        }
        if (!expected(before) || !starts(before).equals(starts(after))) {
            remind(What.REMINDER_DAY, after, DAY, now, news);
            remind(What.REMINDER_HOUR, after, HOUR, now, news);
        }
        return news;
    }

    /** Fails with {@link foyer.shared.ValidationFailed} on facts that no news were made into. */
    public static News read(Outgoing outgoing) {
        var facts = Fields.of(outgoing.facts());
        var what = facts.choice("what", What.class);
        var event = facts.text("eventId").map(EventId::new);
        var version = facts.wholeNumber("version");
        var startsAt = facts.wholeNumber("startsAt").map(Instant::ofEpochMilli);
        var subject = facts.text("subject");
        // An older node, during an update, does not write it.
        var at = facts.wholeNumber("at").map(Instant::ofEpochMilli);
        facts.throwIfRefused();
        return new News(
                what.orElseThrow(),
                event.orElseThrow(),
                version.orElseThrow(),
                startsAt.orElseThrow(),
                subject.orElse(""),
                at.orElse(Instant.MAX));
    }

    /** Whether it is still so, for an event as it stands now. */
    public boolean holds(Event current, Instant now) {
        return switch (what) {
            case REMINDER_DAY, REMINDER_HOUR ->
                expected(current) && starts(current).equals(startsAt) && now.isBefore(startsAt);
            // Whatever else changed since: only a newer change of the same makes way for its own news. What an older
            // node wrote, during an update, does not say what it is about.
            case CHANGED ->
                expected(current)
                        && (subject.isEmpty() ? current.version() == version : subject.equals(subjectOf(current)));
            case CANCELLED -> current.decided() == EventState.CANCELLED;
        };
    }

    private static void remind(What what, Event event, Duration ahead, Instant now, List<Outgoing> news) {
        var due = starts(event).minus(ahead);
        if (due.isAfter(now)) {
            news.add(outgoing(what, event, now, due));
        }
    }

    private static Outgoing outgoing(What what, Event event, Instant at, Instant due) {
        var name = Fields.wireName(what);
        var id = name + "-" + event.id().value() + "-" + event.version();
        var facts = Map.<String, Object>of(
                "what", name,
                "eventId", event.id().value(),
                "version", event.version(),
                "startsAt", starts(event).toEpochMilli(),
                "subject", subjectOf(event),
                "at", at.toEpochMilli());
        return new Outgoing(id, KIND, facts, due);
    }

    private static boolean expected(Event event) {
        return event.decided() == EventState.PUBLISHED || event.decided() == EventState.LIVE;
    }

    private static boolean differs(Event before, Event after) {
        return !subjectOf(before).equals(subjectOf(after));
    }

    private static String subjectOf(Event event) {
        return String.join(" ", event.startsAt().toString(), event.endsAt().toString(), event.title());
    }

    private static Instant starts(Event event) {
        return event.startsAt().toInstant();
    }
}
