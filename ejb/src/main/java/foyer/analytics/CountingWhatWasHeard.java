package foyer.analytics;

import foyer.analytics.Tallies.Change;
import foyer.event.EventId;
import foyer.event.RecentEvents;
import foyer.session.Figures;
import foyer.shared.Journal;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Brings what the screens of this node have measured to the store, many viewers at once; every node its own. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CountingWhatWasHeard {
    private static final Journal JOURNAL = Journal.of(CountingWhatWasHeard.class);
    private static final Duration SILENT = Duration.ofMinutes(3);
    private static final int TRIES = 5;
    private static final String OWN_PAGE = "";
    private static final String ELSEWHERE = "other";

    private final ReentrantLock turn = new ReentrantLock();

    @Inject
    HeardFigures heard;

    @Inject
    Tallies tallies;

    @Inject
    RecentEvents events;

    @Inject
    AnalyticsSettings settings;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void count() {
        // One turn at a time: a slow store shall not gather threads.
        if (!turn.tryLock()) {
            return;
        }
        try {
            var now = clock.instant();
            count(heard.due(now, settings.countEvery()));
            heard.forgetSilentSince(now.minus(SILENT));
        } catch (Unavailable later) {
            JOURNAL.warn("What screens measured is kept in memory until the store answers.", Map.of(), later);
        } finally {
            turn.unlock();
        }
    }

    @PreDestroy
    void countTheRest() {
        try {
            count(heard.uncounted());
        } catch (Unavailable lost) {
            JOURNAL.warn("Screens tell again what they measured, for the store does not answer.", Map.of(), lost);
        }
    }

    private void count(List<Heard> due) {
        due.stream()
                .collect(Collectors.groupingBy(one -> one.session().eventId()))
                .forEach(this::count);
    }

    private void count(EventId event, List<Heard> due) {
        var some = new LinkedHashMap<String, List<Heard>>();
        due.stream()
                .collect(Collectors.groupingBy(one -> one.session().viewer()))
                .forEach((viewer, told) -> {
                    some.put(viewer, told);
                    if (some.size() == Tallies.MOST_AT_ONCE) {
                        countTogether(event, some);
                        some.clear();
                    }
                });
        if (!some.isEmpty()) {
            countTogether(event, some);
        }
    }

    // Another node may hear of the same screen, and count it at the same moment: then it is looked at again, later at
    // the latest.
    private void countTogether(EventId event, Map<String, List<Heard>> told) {
        for (var trial = 0; trial < TRIES; trial++) {
            var counts = new Counts();
            var changes = changes(event, told, counts);
            if (changes.isEmpty() || tallies.count(event, changes, counts)) {
                var now = clock.instant();
                told.values().forEach(all -> all.forEach(one -> heard.counted(one, now)));
                return;
            }
        }
    }

    private List<Change> changes(EventId event, Map<String, List<Heard>> told, Counts counts) {
        var before = tallies.find(told.keySet());
        var changes = new ArrayList<Change>();
        told.forEach((viewer, all) -> {
            var known = before.getOrDefault(viewer, Tally.none(viewer));
            var after = known;
            for (var one : all) {
                after = after.counting(one, place(event, one.figures()), counts);
            }
            if (!after.equals(known)) {
                changes.add(new Change(known, after.inOneStepFrom(known)));
            }
        });
        return changes;
    }

    // Browsers let no other page frame this one; whoever says otherwise is counted, and not quoted.
    private String place(EventId event, Figures figures) {
        if (figures.origin() == null) {
            return OWN_PAGE;
        }
        return events.find(event)
                .filter(known -> known.allowedOrigins().contains(figures.origin()))
                .map(known -> figures.origin())
                .orElse(ELSEWHERE);
    }
}
