package foyer.payment.checkout;

import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.Checkouts.Line;
import foyer.payment.provider.StillInLine;
import foyer.payment.settlement.Settling;
import foyer.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sees to the payments that somebody waits for at a page: who began earlier has their checkout earlier. Whoever is far back
 * is told so, and how long it takes, and opens nothing: those before them do, or the timer for those who left.
 */
@ApplicationScoped
public class StandingInLine {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);
    // Of those further back it is only known that they wait for longer.
    private static final int MOST = 1_000;

    @Inject
    Payments payments;

    @Inject
    Checkouts checkouts;

    @Inject
    Settling settling;

    @Inject
    Clock clock;

    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Waiting known;
    private volatile Instant busyUntil = Instant.EPOCH;

    /** Who waited at a moment. */
    private record Waiting(List<Payment> payments, Instant at) {
        boolean fresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }

        long before(Payment payment) {
            return payments.stream()
                    .filter(other -> other.createdAt().isBefore(payment.createdAt()))
                    .count();
        }
    }

    /** By the provider's word of just now, unless others are before it. */
    Payment soon(Payment payment) {
        // A line that is long is told of at once, and so is one that became long meanwhile.
        if (ahead(payment).delay().compareTo(PATIENCE) > 0) {
            return payment;
        }
        try {
            return settling.settle(payment.id());
        } catch (CheckoutRefused refused) {
            throw refused.forViewers();
        } catch (StillInLine others) {
            busyUntil = clock.instant().plus(others.retryAfter());
            return payments.find(payment.id()).orElseThrow(() -> new NotFound("payment"));
        }
    }

    /**
     * What stands before a payment: the calls that wait for their turn, and the payments that were begun earlier. Where the
     * provider has just put somebody off, as for the calls of other nodes, it is no sooner than it said.
     */
    Line line(Payment payment) {
        var ahead = ahead(payment);
        var putOff = Duration.between(clock.instant(), busyUntil);
        return !waits(payment) || putOff.compareTo(ahead.delay()) <= 0 ? ahead : new Line(ahead.before(), putOff);
    }

    private static boolean waits(Payment payment) {
        return payment.atProvider().isEmpty() && payment.outcome() == Outcome.UNDECIDED;
    }

    private Line ahead(Payment payment) {
        var calls = checkouts.line();
        if (!waits(payment)) {
            return calls;
        }
        var before = waiting().before(payment);
        return new Line(
                calls.before() + (int) before,
                calls.delay().plus(checkouts.pace().multipliedBy(before)));
    }

    // One look at the store in a second, however many wait: one of them looks, and the others take what was seen last.
    // What is taken up is no longer in it: it is among the calls.
    private Waiting waiting() {
        var seen = known;
        if (seen == null) {
            looking.lock();
        } else if (seen.fresh(clock.instant()) || !looking.tryLock()) {
            return seen;
        }
        try {
            var last = known;
            var now = clock.instant();
            var waiting = last != null && last.fresh(now) ? last : looked(now);
            known = waiting;
            return waiting;
        } finally {
            looking.unlock();
        }
    }

    private Waiting looked(Instant now) {
        return new Waiting(
                payments.due(now, MOST).stream().filter(StandingInLine::waits).toList(), now);
    }
}
