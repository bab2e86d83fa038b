package foyer.payment.settlement;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.PaymentsInMemory;
import foyer.payment.ledger.Price;
import foyer.registration.RegistrationId;
import foyer.shared.AlongsideInMemory;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SettlingWhatIsDueTest {
    private final SettableClock clock = new SettableClock();
    private final PaymentsInMemory payments = new PaymentsInMemory();
    private final List<PaymentId> tried = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void allThatIsDueIsSettledInOneRound() {
        var due = due(120);

        timer(any -> null).settleWhatIsDue();

        assertThat(tried).containsExactlyInAnyOrderElementsOf(ids(due));
    }

    @Test
    void whatNoneOfThemGetsDoneWaitsForTheNextRound() {
        due(120);

        timer(any -> new Unavailable("The store is busy.", Duration.ofSeconds(1)))
                .settleWhatIsDue();

        assertThat(tried).hasSize(48);
    }

    @Test
    void oneThatCannotBeSettledKeepsNobodyBack() {
        var due = due(6);
        var stuck = due.get(0);

        timer(one -> one.equals(stuck) ? new IllegalStateException("A bug") : null)
                .settleWhatIsDue();

        assertThat(tried).containsExactlyInAnyOrderElementsOf(ids(due));
    }

    /** @param failure of one that is tried to be settled; null: it is settled */
    private SettlingWhatIsDue timer(Function<Payment, @Nullable RuntimeException> failure) {
        var timer = new SettlingWhatIsDue();
        timer.payments = payments;
        timer.clock = clock;
        timer.threads = managed(threads);
        timer.settling = new Settling() {
            @Override
            void settleDue(Payment due) {
                tryOut(due, failure.apply(due));
            }
        };
        return timer;
    }

    private void tryOut(Payment due, @Nullable RuntimeException failed) {
        tried.add(due.id());
        if (failed != null) {
            throw failed;
        }
        AlongsideInMemory.write(payments.replacing(due, due.dueAt(null, clock.instant())));
    }

    private List<Payment> due(int many) {
        var due = Stream.generate(this::anIntent).limit(many).toList();
        due.forEach(one -> AlongsideInMemory.write(payments.adding(one)));
        return due;
    }

    private Payment anIntent() {
        var now = clock.instant();
        return Payment.intended(
                PaymentId.fresh(), RegistrationId.fresh(), EventId.fresh(), Price.of(TWELVE), null, now, now);
    }

    private static List<PaymentId> ids(List<Payment> payments) {
        return payments.stream().map(Payment::id).toList();
    }

    private static ManagedExecutorService managed(ExecutorService threads) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                SettlingWhatIsDueTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
    }
}
