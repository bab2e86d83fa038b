package foyer.payment.reconciliation;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.Checkouts.Heard;
import foyer.payment.reconciliation.Holding.TakenOver;
import foyer.payment.settlement.Settling;
import foyer.shared.Journal;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads in the provider's journal what happened since the last time, and looks at every payment that something happened to.
 * One node does so at a time; what a node that was too slow has found out is written by nobody, for its token is old.
 */
@ApplicationScoped
public class Reconciling {
    static final String LEASE = "reconciliation";

    private static final Journal JOURNAL = Journal.of(Reconciling.class);
    private static final Duration LENGTH = Duration.ofMinutes(2);
    // An event may be written into the journal some time after it happened.
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration FURTHEST = Duration.ofDays(60);
    // So long after a payment its bank takes disputes, and money goes back of it.
    private static final Duration DISPUTABLE = Duration.ofDays(120);
    private static final int A_PAGE = 200;

    @Inject
    Leases leases;

    @Inject
    Checkouts checkouts;

    @Inject
    Payments payments;

    @Inject
    Settling settling;

    @Inject
    Clock clock;

    /** Nothing while another node is at it. Fails with {@link foyer.shared.Unavailable} when store or provider do not answer. */
    public void reconcile() {
        leases.take(LEASE, LENGTH, clock.instant()).ifPresent(lease -> {
            try {
                read(new Holding(leases, lease, LENGTH, clock));
            } catch (TakenOver byAnother) {
                JOURNAL.note("Another node reconciles by now.", Map.of("token", lease.token()));
            } finally {
                leases.release(lease);
            }
        });
    }

    private void read(Holding holding) {
        var report = holding.state().map(Report::read).orElse(Report.FIRST);
        var begun = clock.instant();
        Heard heard;
        do {
            holding.goOn();
            heard = checkouts.heardSince(report.place());
            var healed = heal(heard.gap() ? allSince(report.at(), holding) : heard.payments(), holding);
            report = report.after(heard.place(), healed, begun);
            holding.keep(report.written());
        } while (heard.more());
    }

    /**
     * After a sleep that was longer than the journal reaches back: all that the provider has of that time, and all of ours
     * from before that money may have gone back of, or been disputed.
     */
    private Set<PaymentId> allSince(Instant last, Holding holding) {
        var now = clock.instant();
        var from = last.isBefore(now.minus(FURTHEST)) ? now.minus(FURTHEST) : last;
        var found = new LinkedHashSet<PaymentId>();
        var page = checkouts.statement(from.minus(OVERLAP), now, null);
        while (true) {
            page.entries().forEach(entry -> found.add(entry.payment()));
            if (page.next() == null) {
                break;
            }
            holding.goOn();
            page = checkouts.statement(from.minus(OVERLAP), now, page.next());
        }
        for (var day = day(from.minus(DISPUTABLE)); !day.isAfter(day(now)); day = day.plusDays(1)) {
            holding.goOn();
            addPaid(day, found, holding);
        }
        return found;
    }

    private void addPaid(LocalDate day, Set<PaymentId> found, Holding holding) {
        var page = payments.ofDay(day, A_PAGE, null);
        while (true) {
            page.items().stream()
                    .filter(payment -> payment.seen().taken() > 0)
                    .map(Payment::id)
                    .forEach(found::add);
            if (page.next() == null) {
                return;
            }
            holding.goOn();
            page = payments.ofDay(day, A_PAGE, page.next());
        }
    }

    /** Those that looking at them changed. */
    private List<PaymentId> heal(Set<PaymentId> heard, Holding holding) {
        var healed = new ArrayList<PaymentId>();
        for (var payment : heard) {
            holding.goOn();
            if (heals(payment)) {
                healed.add(payment);
            }
        }
        return healed;
    }

    /** Whether looking at it changed what we make of it. One that cannot be looked at now stays due, and keeps nobody back. */
    private boolean heals(PaymentId id) {
        payments.call(id, clock.instant());
        try {
            var before = payments.find(id);
            return before.isPresent()
                    && settling.settle(id).outcome() != before.get().outcome();
        } catch (NotFound gone) {
            return false;
        } catch (Problem later) {
            JOURNAL.warn("A payment is reconciled later.", Map.of("paymentId", id.value()), later);
        } catch (RuntimeException bug) {
            JOURNAL.alert("A payment cannot be reconciled.", Map.of("paymentId", id.value()), bug);
        }
        return false;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
