package foyer.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.settlement.Settling;
import foyer.registration.RegistrationState;
import foyer.shared.Unavailable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilingTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final SomePayments house = new SomePayments();
    private final LeasesInMemory leases = new LeasesInMemory();

    @BeforeEach
    void itHasBegun() {
        reconciling(payment -> {}).reconcile();
    }

    @Test
    void whatNobodyToldOfIsBroughtToItsEndAndReported() {
        var paid = aPaidOne();

        reconciling(payment -> {}).reconcile();

        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.letters()).containsExactly("receipt");
        assertThat(healed()).containsExactly(paid.id());
    }

    @Test
    void whatWasKnownAlreadyIsNotHealed() {
        var paid = aPaidOne();
        house.settling.settle(paid.id());

        reconciling(payment -> {}).reconcile();

        assertThat(healed()).isEmpty();
        assertThat(report().place()).isNotNull();
    }

    @Test
    void afterASleepLongerThanTheJournalAllCheckoutsOfThatTimeAreLookedAt() {
        var paid = aPaidOne();
        var over = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.forgetJournal();
        house.clock.pass(SomePayments.HOLD);

        reconciling(payment -> {}).reconcile();

        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.payment(over).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(healed()).containsExactlyInAnyOrder(paid.id(), over.id());
    }

    @Test
    void afterSuchASleepWhatBecameOfOlderOnesIsSeenToo() {
        var refunded = settled(aPaidOne());
        var disputed = settled(aPaidOne());
        reconciling(payment -> {}).reconcile();
        house.clock.pass(Duration.ofDays(5));
        reconciling(payment -> {}).reconcile();
        house.checkouts.refundThere(refunded, 1200);
        house.checkouts.dispute(disputed, Disputes.OPEN);
        house.checkouts.forgetJournal();
        house.clock.pass(Duration.ofDays(45));

        reconciling(payment -> {}).reconcile();

        assertThat(house.payment(refunded).outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(house.payment(disputed).needs()).containsExactly(Payment.Need.DISPUTE);
        assertThat(healed()).containsExactly(refunded.id());
    }

    @Test
    void oneWithABugKeepsNobodyBackAndStaysCalledFor() {
        var broken = aPaidOne();
        var other = aPaidOne();

        reconciling(payment -> {
                    if (payment.equals(broken.id())) {
                        throw new IllegalStateException("A Checkout Session is never of tomorrow");
                    }
                })
                .reconcile();

        assertThat(healed()).containsExactly(other.id());
        assertThat(house.payment(broken).calledFor()).isTrue();
        assertThat(report().place()).isEqualTo(house.checkouts.heardSince(null).place());
    }

    @Test
    void whoHasManyToLookAtKeepsTheLeaseMeanwhile() {
        aPaidOne();
        aPaidOne();
        aPaidOne();

        reconciling(payment -> {
                    house.clock.pass(Duration.ofSeconds(90));
                    assertThat(leases.take(Reconciling.LEASE, A_MINUTE.multipliedBy(2), house.clock.instant()))
                            .isEmpty();
                })
                .reconcile();

        assertThat(healed()).hasSize(3);
    }

    @Test
    void whoHasManyToReadAfterASleepKeepsTheLeaseMeanwhile() {
        var paid = aPaidOne();
        house.checkouts.forgetJournal();
        var slow = reconciling(payment -> {});
        slow.payments = eachDay(() -> {
            house.clock.pass(Duration.ofSeconds(90));
            assertThat(leases.take(Reconciling.LEASE, A_MINUTE.multipliedBy(2), house.clock.instant()))
                    .isEmpty();
        });
        house.clock.pass(A_MINUTE);

        slow.reconcile();

        assertThat(healed()).containsExactly(paid.id());
    }

    @Test
    void whoReadsAfterASleepLeavesItToTheNodeThatTookOver() {
        aPaidOne();
        house.checkouts.forgetJournal();
        var before = report();
        var days = new AtomicInteger();
        var slow = reconciling(payment -> {});
        slow.payments = eachDay(() -> {
            days.incrementAndGet();
            anotherNodeTakesOver();
            house.clock.pass(A_MINUTE);
        });

        slow.reconcile();

        assertThat(days).hasValue(1);
        assertThat(report()).isEqualTo(before);
    }

    /** Those of the house, of which each day's take their time. */
    private Payments eachDay(Runnable meanwhile) {
        return (Payments) Proxy.newProxyInstance(
                Payments.class.getClassLoader(), new Class<?>[] {Payments.class}, (self, method, with) -> {
                    if (method.getName().equals("ofDay")) {
                        meanwhile.run();
                    }
                    return method.invoke(house.payments, with);
                });
    }

    @Test
    void afterASleepItGoesOnWhereTheJournalIsNow() {
        aPaidOne();
        house.checkouts.forgetJournal();
        reconciling(payment -> {}).reconcile();
        var later = aPaidOne();

        reconciling(payment -> {}).reconcile();

        assertThat(house.payment(later).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(healed()).first().isEqualTo(later.id());
    }

    @Test
    void oneThatCannotBeLookedAtKeepsNobodyBackAndStaysDue() {
        var stuck = aPaidOne();
        var other = aPaidOne();

        reconciling(payment -> {
                    if (payment.equals(stuck.id())) {
                        throw new Unavailable("No answer.", Duration.ofSeconds(1));
                    }
                })
                .reconcile();

        assertThat(house.payment(other).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(healed()).containsExactly(other.id());
        assertThat(house.payment(stuck).calledFor()).isTrue();
        assertThat(house.payments.due(house.clock.instant(), 10))
                .extracting(Payment::id)
                .containsExactly(stuck.id());
    }

    @Test
    void whoWasTooSlowWritesNothingOfWhatItFound() {
        aPaidOne();
        var before = report();

        reconciling(payment -> anotherNodeTakesOver()).reconcile();

        assertThat(report()).isEqualTo(before);
    }

    @Test
    void whileOneIsAtItAnotherDoesNothing() {
        var paid = aPaidOne();
        leases.take(Reconciling.LEASE, A_MINUTE, house.clock.instant());

        reconciling(payment -> {}).reconcile();

        assertThat(house.payment(paid).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(house.registrations.all()).allMatch(seat -> seat.state() == RegistrationState.HELD);
    }

    /** @param first what happens before each payment is looked at */
    private Reconciling reconciling(Consumer<PaymentId> first) {
        var reconciling = new Reconciling();
        reconciling.leases = leases;
        reconciling.checkouts = house.checkouts;
        reconciling.payments = house.payments;
        reconciling.clock = house.clock;
        reconciling.settling = new Settling() {
            @Override
            public Payment settle(PaymentId id) {
                first.accept(id);
                return house.settling.settle(id);
            }
        };
        return reconciling;
    }

    /** Its clock is ahead. */
    private void anotherNodeTakesOver() {
        leases.take(Reconciling.LEASE, A_MINUTE, house.clock.instant().plus(A_WHILE));
    }

    /** One of which nobody here knows that it is paid. */
    private Payment aPaidOne() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment);
        return payment;
    }

    private Payment settled(Payment paid) {
        return house.settling.settle(paid.id());
    }

    private List<PaymentId> healed() {
        return report().healed().stream().map(Report.Healed::payment).toList();
    }

    private Report report() {
        return leases.state(Reconciling.LEASE).map(Report::read).orElseThrow();
    }
}
