package foyer.payment;

import foyer.event.Cancellation;
import foyer.mail.Dispatch;
import foyer.mail.Outbox;
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
 * Makes every payment of an event due that was cancelled or put away, however many there are: each is then settled by itself, at the provider's
 * rate. A node that dies half way leaves a claim that lapses, and to make one due twice is the same as once.
 */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallingOff {
    private static final Duration LEASE = Duration.ofMinutes(10);
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

    private void call(Dispatch claimed) {
        var event = Cancellation.read(claimed.outgoing()).event();
        try {
            var page = payments.ofEvent(event, A_PAGE, null);
            while (true) {
                page.items().forEach(payment -> payments.call(payment.id(), clock.instant()));
                if (page.next() == null) {
                    break;
                }
                page = payments.ofEvent(event, A_PAGE, page.next());
            }
        } catch (Problem later) {
            outbox.postpone(claimed, clock.instant().plus(LATER), later.words());
            return;
        }
        outbox.settle(claimed, clock.instant().plus(KEPT));
    }
}
