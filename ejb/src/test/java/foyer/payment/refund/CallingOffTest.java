package foyer.payment.refund;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Cancellation;
import foyer.event.EventId;
import foyer.mail.OutboxInMemory;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.PaymentsInMemory;
import foyer.payment.ledger.Price;
import foyer.registration.RegistrationId;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallingOffTest {
    private static final int SOLD = 450;
    private static final Duration A_CLAIM = Duration.ofMinutes(1);
    private static final Duration LONGER_THAN_A_CLAIM = Duration.ofSeconds(61);

    private final SettableClock clock = new SettableClock();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final FailingPages payments = new FailingPages();
    private final EventId event = EventId.fresh();
    private final EventId another = EventId.fresh();
    private final Outgoing cancellation =
            new Outgoing("cancelled", Cancellation.KIND, Map.of("eventId", event.value()), clock.instant());

    @BeforeEach
    void anEventIsSoldAndCancelled() {
        IntStream.range(0, SOLD).forEach(one -> sold(event));
        sold(another);
        outbox.write(cancellation);
    }

    @Test
    void everyPaymentOfItIsCalledForAndOfNoOther() {
        timer().callWhatIsCancelled();

        assertThat(called(event)).hasSize(SOLD);
        assertThat(called(another)).isEmpty();
        assertThat(outbox.told(cancellation.id())).isTrue();
    }

    @Test
    void whereTheStoreFailsHalfWayTheNextRoundsCallTheRest() {
        payments.failing = position -> position != null;
        timer().callWhatIsCancelled();
        assertThat(called(event)).isNotEmpty().hasSizeLessThan(SOLD);
        assertThat(outbox.told(cancellation.id())).isFalse();

        payments.failing = position -> false;
        clock.pass(Duration.ofSeconds(30));
        timer().callWhatIsCancelled();

        assertThat(called(event)).hasSize(SOLD);
        assertThat(outbox.told(cancellation.id())).isTrue();
    }

    @Test
    void whatANodeClaimedThatDiedIsCalledByAnother() {
        var waiting = outbox.due(Cancellation.KIND, 0, clock.instant(), 1).get(0);
        outbox.claim(waiting, clock.instant().plus(A_CLAIM));
        timer().callWhatIsCancelled();
        assertThat(called(event)).isEmpty();

        clock.pass(LONGER_THAN_A_CLAIM);
        timer().callWhatIsCancelled();

        assertThat(called(event)).hasSize(SOLD);
    }

    @Test
    void whoDiesHalfWayKeepsTheRestWaitingForAMinute() {
        payments.failing = position -> {
            if (position != null) {
                throw new Killed();
            }
            return false;
        };
        assertThatThrownBy(() -> timer().callWhatIsCancelled()).isInstanceOf(Killed.class);
        assertThat(called(event)).isNotEmpty().hasSizeLessThan(SOLD);

        payments.failing = position -> false;
        clock.pass(LONGER_THAN_A_CLAIM);
        timer().callWhatIsCancelled();

        assertThat(called(event)).hasSize(SOLD);
        assertThat(outbox.told(cancellation.id())).isTrue();
    }

    @Test
    void whoIsSlowKeepsItsClaimAsLongAsItWalks() {
        payments.failing = position -> {
            clock.pass(Duration.ofSeconds(50));
            assertThat(outbox.due(Cancellation.KIND, 0, clock.instant(), 1)).isEmpty();
            return false;
        };

        timer().callWhatIsCancelled();

        assertThat(called(event)).hasSize(SOLD);
        assertThat(outbox.told(cancellation.id())).isTrue();
    }

    @Test
    void soDoesWhoWritesSlowlyWithinAPage() {
        payments.calling = () -> {
            clock.pass(Duration.ofSeconds(1));
            assertThat(outbox.due(Cancellation.KIND, 0, clock.instant(), 1)).isEmpty();
        };

        timer().callWhatIsCancelled();

        assertThat(called(event)).hasSize(SOLD);
        assertThat(outbox.told(cancellation.id())).isTrue();
    }

    @Test
    void whoWasTooSlowLeavesTheRestToWhoHasTakenItUp() {
        payments.failing = position -> {
            if (position != null) {
                clock.pass(LONGER_THAN_A_CLAIM);
                outbox.due(Cancellation.KIND, 0, clock.instant(), 1)
                        .forEach(
                                waiting -> outbox.claim(waiting, clock.instant().plus(A_CLAIM)));
            }
            return false;
        };

        timer().callWhatIsCancelled();

        assertThat(called(event)).isNotEmpty().hasSizeLessThan(SOLD);
        assertThat(outbox.told(cancellation.id())).isFalse();
    }

    @Test
    void twiceIsTheSameAsOnce() {
        timer().callWhatIsCancelled();
        var once = payments.all();

        outbox.write(new Outgoing("again", Cancellation.KIND, cancellation.facts(), clock.instant()));
        timer().callWhatIsCancelled();

        assertThat(payments.all()).isEqualTo(once);
    }

    private CallingOff timer() {
        var timer = new CallingOff();
        timer.outbox = outbox;
        timer.payments = payments;
        timer.clock = clock;
        return timer;
    }

    /** Paid for long since, so that nobody has to look at it. */
    private void sold(EventId at) {
        var now = clock.instant();
        var begun = Payment.intended(
                PaymentId.fresh(),
                RegistrationId.fresh(),
                at,
                Price.of(TWELVE),
                null,
                now.plus(SomePayments.HOLD),
                now);
        AlongsideInMemory.write(payments.adding(begun.dueAt(null, now)));
    }

    private List<Payment> called(EventId at) {
        return payments.all().stream()
                .filter(payment -> payment.event().equals(at) && payment.calledFor())
                .toList();
    }

    /** Nothing catches it: the process is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Pages of payments that cannot always be read. */
    private static final class FailingPages extends PaymentsInMemory {
        private Predicate<@Nullable String> failing = position -> false;
        private Runnable calling = () -> {};

        @Override
        public synchronized boolean call(PaymentId id, Instant now) {
            calling.run();
            return super.call(id, now);
        }

        @Override
        public synchronized Page<Payment> ofEvent(EventId event, int limit, @Nullable String position) {
            if (failing.test(position)) {
                throw new Unavailable("The store is busy.", Duration.ofSeconds(1));
            }
            return super.ofEvent(event, limit, position);
        }
    }
}
