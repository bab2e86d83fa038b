package foyer.payment.refund;

import foyer.event.Cancellation;
import foyer.event.EventId;
import foyer.mail.Dispatch;
import foyer.mail.Outbox;
import foyer.mail.Waiting;
import foyer.payment.ledger.Payments;
import foyer.shared.Problem;
import foyer.shared.Rounds;
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

/**
 * Makes every payment of an event due that was cancelled or put away, however many there are: each is then settled by itself,
 * at the provider's rate. A node that dies half way leaves a claim that lapses within a minute, and to make one due twice is
 * the same as once: so whoever walks on after their claim was taken over does no harm, and leaves the rest to who has it.
 */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallingOff {
    // Prolonged while it is walked on: payers of what is called off wait for it where a node dies.
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 20;
    private static final int A_PAGE = 200;

    private final Rounds rounds = Rounds.of(CallingOff.class, "Cancelled events wait for the store.");

    @Inject
    Outbox outbox;

    @Inject
    Payments payments;

    @Inject
    Clock clock;

    // Every node runs this, and each cancellation is claimed by one of them.
    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void callWhatIsCancelled() {
        rounds.next(this::round);
    }

    private void round() {
        for (var lane = 0; lane < outbox.lanes(); lane++) {
            for (var waiting : outbox.due(Cancellation.KIND, lane, clock.instant(), MOST)) {
                outbox.claim(waiting, clock.instant().plus(LEASE)).ifPresent(this::call);
            }
        }
    }

    private void call(Dispatch first) {
        var event = Cancellation.read(first.outgoing()).event();
        var claim = new Claim(first);
        try {
            if (!callAll(event, claim)) {
                return;
            }
        } catch (Problem later) {
            outbox.postpone(claim.claimed, clock.instant().plus(LATER), later.words());
            return;
        }
        outbox.settle(claim.claimed, clock.instant().plus(KEPT));
    }

    /** False where somebody else has taken it up meanwhile. */
    private boolean callAll(EventId event, Claim claim) {
        var page = payments.ofEvent(event, A_PAGE, null);
        while (true) {
            for (var payment : page.items()) {
                if (!claim.stands()) {
                    return false;
                }
                payments.call(payment.id(), clock.instant());
            }
            if (page.next() == null) {
                return true;
            }
            page = payments.ofEvent(event, A_PAGE, page.next());
        }
    }

    /** What this node has taken up. */
    private final class Claim {
        private Dispatch claimed;

        Claim(Dispatch first) {
            this.claimed = first;
        }

        /** Prolonged once half of its time is over, however slow the store is; false where it is another's by now. */
        boolean stands() {
            var until = claimed.outgoing().due();
            if (clock.instant().isBefore(until.minus(LEASE.dividedBy(2)))) {
                return true;
            }
            var longer = outbox.claim(
                    new Waiting(claimed.outgoing().id(), until), clock.instant().plus(LEASE));
            longer.ifPresent(kept -> claimed = kept);
            return longer.isPresent();
        }
    }
}
