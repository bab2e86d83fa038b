package foyer.payment;

import foyer.payment.Leases.Lease;
import foyer.shared.Journal;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                read(lease);
            } finally {
                leases.release(lease);
            }
        });
    }

    private void read(Lease lease) {
        var report = Optional.ofNullable(lease.state()).map(Report::read).orElse(Report.FIRST);
        var begun = clock.instant();
        while (true) {
            var heard = checkouts.heardSince(report.place());
            var healed = heal(heard.gap() ? allSince(report) : List.copyOf(heard.payments()));
            report = report.after(heard.place(), healed, begun);
            if (!leases.keep(lease, report.written())) {
                JOURNAL.note("Another node reconciles by now.", Map.of("token", lease.token()));
                return;
            }
            if (!heard.more()) {
                return;
            }
        }
    }

    /** After a sleep that was longer than the journal reaches back: all that the provider has of that time. */
    private List<PaymentId> allSince(Report report) {
        var now = clock.instant();
        var from = report.at().isBefore(now.minus(FURTHEST)) ? now.minus(FURTHEST) : report.at();
        var found = new ArrayList<PaymentId>();
        var page = checkouts.statement(from.minus(OVERLAP), now, null);
        while (true) {
            page.entries().stream()
                    .flatMap(entry -> Optional.ofNullable(entry.payment()).stream())
                    .forEach(found::add);
            if (page.next() == null) {
                return found;
            }
            page = checkouts.statement(from.minus(OVERLAP), now, page.next());
        }
    }

    private List<PaymentId> heal(List<PaymentId> heard) {
        return heard.stream().filter(this::heals).toList();
    }

    /** Whether looking at it changed what we make of it. One that cannot be looked at now stays due. */
    private boolean heals(PaymentId id) {
        var before = payments.find(id);
        if (before.isEmpty()) {
            return false;
        }
        payments.call(id, clock.instant());
        try {
            return settling.settle(id).outcome() != before.get().outcome();
        } catch (NotFound gone) {
            return false;
        } catch (Problem later) {
            JOURNAL.warn("A payment is reconciled later.", Map.of("paymentId", id.value()), later);
            return false;
        }
    }
}
