package foyer.analytics;

import foyer.analytics.Tallies.Change;
import foyer.event.EventId;
import foyer.event.RecentEvents;
import foyer.session.Figures;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings what the screens of this node have measured to the store, many viewers at once; every node its own. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CountingWhatWasHeard {
    private static final Journal JOURNAL = Journal.of(CountingWhatWasHeard.class);
    private static final int TRIES = 5;
    // With what most of them bring anew that fits into one transaction.
    private static final int A_BATCH = 40;
    private static final int A_PART = 1_000;
    private static final Comparator<Heard> BY_VIEWER_AS_IT_CAME =
            Comparator.comparing((Heard one) -> one.session().viewer()).thenComparingLong(Heard::at);
    private static final String OWN_PAGE = "";
    private static final String ELSEWHERE = "other";

    private final Rounds rounds =
            Rounds.of(CountingWhatWasHeard.class, "What screens measured is kept in memory until the store answers.");

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
        rounds.next(this::round);
    }

    private void round() {
        var now = clock.instant();
        heard.forgetThoseGone(now);
        // A herd takes longer to be counted than its screens take to report again. Taken up all at once, what they had
        // told would stay in memory beside what they tell now.
        var parts = 1 + (int) (heard.manyDue(now, settings.countEvery()) / A_PART);
        for (var part = 0; part < parts; part++) {
            count(heard.due(now, settings.countEvery(), part, parts));
        }
    }

    @PreDestroy
    void countTheRest() {
        try {
            heard.forgetThoseGone(clock.instant());
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
        var sorted = due.stream().sorted(BY_VIEWER_AS_IT_CAME).toList();
        for (var from = 0; from < sorted.size(); from += A_BATCH) {
            countOrAlert(event, sorted.subList(from, Math.min(sorted.size(), from + A_BATCH)));
        }
    }

    // Some that cannot be counted must not keep back the others, and a timer that fails twice is given up by the
    // container.
    private void countOrAlert(EventId event, List<Heard> told) {
        try {
            countTogether(event, told);
        } catch (Unavailable later) {
            throw later;
        } catch (RuntimeException bug) {
            JOURNAL.alert("What screens measured cannot be counted.", Map.of("eventId", event.value()), bug);
        }
    }

    // Another node may hear of the same screen, and count it at the same moment: then it is looked at again, later at
    // the latest.
    private void countTogether(EventId event, List<Heard> told) {
        for (var trial = 0; trial < TRIES; trial++) {
            var counts = new Counts();
            var changes = changes(event, told, counts);
            if (told.size() > 1 && changes.size() + counts.size() > Tallies.MOST_AT_ONCE) {
                countTogether(event, told.subList(0, told.size() / 2));
                countTogether(event, told.subList(told.size() / 2, told.size()));
                return;
            }
            if (changes.isEmpty() || tallies.count(event, changes, counts)) {
                var now = clock.instant();
                told.forEach(one -> heard.counted(one, now));
                return;
            }
        }
    }

    /** @param told what of one viewer came first is before what came later, or the minutes between would be skipped */
    private List<Change> changes(EventId event, List<Heard> told, Counts counts) {
        var viewers = told.stream()
                .collect(Collectors.groupingBy(one -> one.session().viewer(), LinkedHashMap::new, Collectors.toList()));
        var before = tallies.find(viewers.keySet());
        var changes = new ArrayList<Change>();
        viewers.forEach((viewer, all) -> {
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
