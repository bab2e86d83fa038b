package foyer.session;

import foyer.event.Browsing;
import foyer.shared.Journal;
import foyer.shared.Rounds;
import foyer.shared.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings what this node has heard from screens to the store, and asks the store which of them may go on, many at once.
 * Every node does so for its own screens; nothing here needs another node.
 */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeepingUp {
    private static final int EVERY_SECONDS = 5;
    /** How often this comes round. */
    static final Duration EVERY = Duration.ofSeconds(EVERY_SECONDS);

    private static final Journal JOURNAL = Journal.of(KeepingUp.class);
    private static final Duration SILENT = Duration.ofMinutes(3);
    /** As many as the store can be asked about by one call, and told of by four. */
    private static final int PART = 100;

    private final Rounds rounds = Rounds.of(KeepingUp.class, "Sessions are kept in memory until the store answers.");

    @Inject
    Sessions sessions;

    @Inject
    Positions positions;

    @Inject
    LiveSessions live;

    @Inject
    Browsing browsing;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/" + EVERY_SECONDS, persistent = false)
    void keepUp() {
        rounds.next(this::round);
    }

    private void round() {
        var now = clock.instant();
        tell();
        askAgain(now);
        askAboutEvents();
        sweep(now);
    }

    @PreDestroy
    void tellTheRest() {
        try {
            tell();
        } catch (Unavailable lost) {
            JOURNAL.warn("Where viewers were last is lost, for the store does not answer.", Map.of(), lost);
        }
    }

    // Those heard of last come last: of several screens of one viewer theirs is the position that stays.
    private void tell() {
        var news = live.those(LiveSession::unknownToStore).stream()
                .sorted(Comparator.comparingLong(LiveSession::seenAt))
                .toList();
        inParts(news, this::tell);
    }

    private void tell(List<LiveSession> news) {
        sessions.keep(news.stream()
                .filter(known -> !known.rowKept())
                .map(LiveSession::session)
                .toList());
        // Several screens of one viewer: the one heard of last says where they are.
        positions.keep(news.stream()
                .flatMap(known -> known.position().stream())
                .collect(Collectors.toMap(Position::viewer, Function.identity(), KeepingUp::later))
                .values());
        news.forEach(written -> live.change(written.session().id(), known -> known.toldAs(written)));
    }

    private void askAgain(Instant now) {
        var before = now.minus(settings.recheck());
        var due = live.those(known ->
                known.session().registered() && known.standing() == Standing.LIVE && !known.checkedSince(before));
        inParts(due, part -> askAgain(part, now));
    }

    private void askAgain(List<LiveSession> due, Instant now) {
        var found = sessions
                .screens(due.stream()
                        .map(known -> known.session().viewer())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Screens::userId, Function.identity()));
        due.forEach(known -> {
            var session = known.session();
            var screens = found.getOrDefault(session.viewer(), Screens.none(session.viewer()));
            var standing = sessions.standingOf(session, screens);
            live.change(session.id(), same -> same.checked(standing, now));
        });
    }

    // A beat asks nobody but this node's memory whether its event was cancelled, which another node may have done.
    private void askAboutEvents() {
        live.those(known -> known.standing() == Standing.LIVE).stream()
                .map(known -> known.session().eventId())
                .distinct()
                .forEach(browsing::refresh);
    }

    // The store forgets by itself, but at its leisure, so what this node has seen end is cleared away at once.
    private void sweep(Instant now) {
        var over = ids(live.those(known -> known.session().overAt(now)));
        inParts(over, part -> {
            sessions.remove(part);
            live.forget(part);
        });
        live.forget(ids(live.those(known -> !known.heardOfSince(now.minus(SILENT)) && !known.unknownToStore())));
    }

    // A herd's items at once took twice as much memory as its sessions do. If the store falls silent the rest waits.
    private static <T> void inParts(List<T> whole, Consumer<List<T>> each) {
        for (var from = 0; from < whole.size(); from += PART) {
            each.accept(whole.subList(from, Math.min(whole.size(), from + PART)));
        }
    }

    private static List<SessionId> ids(List<LiveSession> known) {
        return known.stream().map(each -> each.session().id()).toList();
    }

    private static Position later(Position one, Position other) {
        return one.seenAt().isAfter(other.seenAt()) ? one : other;
    }
}
