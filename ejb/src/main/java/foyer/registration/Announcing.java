package foyer.registration;

import foyer.event.Event;
import foyer.event.Events;
import foyer.event.News;
import foyer.mail.Dispatch;
import foyer.mail.LetterKind;
import foyer.mail.Outbox;
import foyer.shared.Fields;
import foyer.shared.Rounds;
import foyer.shared.Unavailable;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells everybody who registered for an event what there is to know of it. Each letter's id is of its fact and its reader:
 * a node that dies half way leaves a claim that lapses, the next one begins anew, and nobody gets a letter twice.
 */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Announcing {
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final int MOST = 20;

    @Inject
    Outbox outbox;

    @Inject
    Events events;

    @Inject
    Registrations registrations;

    @Inject
    PlaceLetters letters;

    @Inject
    Clock clock;

    private final Rounds rounds = Rounds.of(Announcing.class, "News of events wait.");

    // Every node runs this, and each piece of news is claimed by one of them.
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void tellWhatIsDue() {
        rounds.next(this::round);
    }

    private void round() {
        for (var lane = 0; lane < outbox.lanes(); lane++) {
            for (var waiting : outbox.due(News.KIND, lane, clock.instant(), MOST)) {
                outbox.claim(waiting, clock.instant().plus(LEASE)).ifPresent(this::tell);
            }
        }
    }

    private void tell(Dispatch claimed) {
        try {
            var news = News.read(claimed.outgoing());
            events.find(news.event())
                    .filter(event -> news.holds(event, clock.instant()))
                    .ifPresent(event -> writeToAll(news, event));
        } catch (Unavailable later) {
            outbox.postpone(claimed, clock.instant().plus(LATER), later.words());
            return;
        }
        outbox.settle(claimed, clock.instant().plus(KEPT));
    }

    private void writeToAll(News news, Event event) {
        var query = RegistrationQuery.all(event.id(), RegistrationQuery.MOST);
        var page = registrations.list(query);
        page.items().forEach(registration -> write(news, registration));
        while (page.next() != null) {
            page = registrations.list(query.from(page.next()));
            page.items().forEach(registration -> write(news, registration));
        }
    }

    private void write(News news, Registration reader) {
        if (!concerns(news, reader)) {
            return;
        }
        var kind = kind(news);
        var moment = switch (news.what()) {
            case REMINDER_DAY, REMINDER_HOUR -> news.startsAt().getEpochSecond();
            case CHANGED, CANCELLED -> news.version();
        };
        var id = Fields.wireName(kind) + "-" + reader.id().value() + "-" + moment;
        outbox.write(letters.news(id, kind, reader, clock.instant()));
    }

    private boolean concerns(News news, Registration reader) {
        return switch (reader.stateAt(clock.instant())) {
            case CONFIRMED -> true;
            case HELD, WAITING, AWAITING_APPROVAL ->
                news.what() == News.What.CHANGED || news.what() == News.What.CANCELLED;
            case CANCELLED -> news.what() == News.What.CANCELLED && endedSince(news, reader);
            case EXPIRED -> false;
        };
    }

    // The money of those who paid goes back meanwhile, and their seats end with it: they hear why. Clocks differ from
    // node to node, so that somebody who withdrew just before may hear of it, too.
    private static boolean endedSince(News news, Registration reader) {
        return reader.updatedAt().isAfter(news.at().minus(CLOCKS_APART));
    }

    private static LetterKind kind(News news) {
        return switch (news.what()) {
            case REMINDER_DAY -> LetterKind.REMINDER_DAY;
            case REMINDER_HOUR -> LetterKind.REMINDER_HOUR;
            case CHANGED -> LetterKind.EVENT_CHANGED;
            case CANCELLED -> LetterKind.EVENT_CANCELLED;
        };
    }
}
