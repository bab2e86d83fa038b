package foyer.payment.settlement;

import static foyer.payment.SomePayments.HOLD;
import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.RefundOrder;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.provider.CheckoutsInMemory.Failure;
import foyer.payment.provider.KeySpent;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The provider fails or refuses, and others look at the same time. */
class SettlingAmidFailuresTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SomePayments house = new SomePayments();

    @Test
    void aCheckoutWhoseKeyIsUsedUpIsAskedForByAnother() {
        var intent = house.anIntent(house.aHeldSeat());
        house.checkouts.failNext(Failure.DONE);
        assertThatThrownBy(() -> house.settling.settle(intent.id())).isInstanceOf(KeySpent.class);

        var payment = house.settling.settle(intent.id());

        assertThat(payment.checkout()).isNotNull();
        assertThat(payment.tries()).isEqualTo(1);
    }

    @Test
    void whatOthersTakeUpWhileItStandsInLineIsAskedForOnce() {
        var intent = house.anIntent(house.aHeldSeat());
        var asked = overtaken(() -> house.payments.replace(
                house.payment(intent),
                house.payment(intent).claimed(Duration.ofMinutes(1), house.clock.instant()),
                Alongside.nothing()));

        var payment = house.settling.settle(intent.id());

        assertThat(asked).hasValue(1);
        assertThat(payment.checkout()).isNotNull();
        assertThat(house.payment(intent)).isEqualTo(payment);
    }

    @Test
    void whoeverIsCalledWhileItStandsInLineLooksAgain() {
        var intent = house.anIntent(house.aHeldSeat());
        overtaken(() -> {
            house.clock.pass(Duration.ofSeconds(1));
            AlongsideInMemory.write(house.payments.calling(intent.id(), house.clock.instant()));
        });

        house.settling.settle(intent.id());

        assertThat(house.payment(intent).checkout()).isNotNull();
        assertThat(house.payment(intent).calledFor()).isTrue();
    }

    @Test
    void anEventThatIsCalledOffWhileItsCheckoutIsOnItsWayIsHeardOf() {
        var intent = house.anIntent(house.aHeldSeat());
        overtaken(() -> {
            house.events.replace(house.event, SomeEvents.cancelled(house.event));
            assertThat(house.payments.call(intent.id(), house.clock.instant())).isTrue();
        });
        house.settling.settle(intent.id());
        assertThat(house.payment(intent).checkout()).isNotNull();
        assertThat(house.payments.due(house.clock.instant(), 1)).hasSize(1);

        house.settling.settle(intent.id());

        assertThat(house.payment(intent).outcome()).isEqualTo(Outcome.LAPSED);
    }

    @Test
    void whoDiesWhileItsCheckoutIsOnItsWayIsFollowedSoon() {
        var intent = house.anIntent(house.aHeldSeat());
        overtaken(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> house.settling.settle(intent.id())).isInstanceOf(IllegalStateException.class);
        house.clock.pass(SOON);

        assertThat(house.payments.due(house.clock.instant(), 1)).hasSize(1);
    }

    @Test
    void whatIsOverWhenItsCheckoutComesIsLookedAtAnew() {
        var ada = house.aHeldSeat();
        var intent = house.anIntent(ada);
        overtaken(() -> house.payments.replace(
                house.payment(intent),
                house.payment(intent).retried(house.clock.instant(), house.clock.instant()),
                Alongside.nothing()));

        var payment = house.settling.settle(intent.id());

        assertThat(payment.tries()).isPositive();
        assertThat(payment.checkout()).isNotNull();
    }

    /** Answers how often a checkout is asked for from now on; the first time somebody else is faster. */
    private AtomicInteger overtaken(Runnable meanwhile) {
        var asked = new AtomicInteger();
        house.settling.checkouts = new CheckoutsInMemory(house.clock) {
            @Override
            public synchronized Checkout open(Payment payment, Registration registration, Event event) {
                if (asked.incrementAndGet() == 1) {
                    meanwhile.run();
                }
                return super.open(payment, registration, event);
            }
        };
        return asked;
    }

    @Test
    void aCheckoutThatIsRefusedLapsesAtOnceAndCallsAPerson() {
        var ada = house.aHeldSeat();
        var intent = house.anIntent(ada);
        house.clock.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> house.settling.settle(intent.id())).isInstanceOf(CheckoutRefused.class);

        house.settling.settle(intent.id());

        assertThat(house.payment(intent).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.letters()).contains("paymentAlert");
        assertThat(house.payment(intent).needs()).as("once it is told of").isEmpty();
        assertThat(house.payment(intent).next()).isEmpty();
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.HELD);
    }

    @Test
    void aCheckoutThatNobodyWantsAnyMoreIsNeverLeftOpen() {
        var ada = house.aHeldSeat();
        var intent = house.anIntent(ada);
        var held = house.registration(ada);
        house.registrations.replace(held, held.cancel(house.clock.instant()));

        var payment = house.settling.settle(intent.id());

        assertThat(payment.outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.checkouts.look(house.payment(intent)).progress()).isEqualTo(Progress.EXPIRED);
    }

    @Test
    void anEventThatCannotBeSoldWritesOneLetterADay() {
        refusedToOpen();
        refusedToOpen();
        house.clock.pass(Duration.ofDays(1));
        refusedToOpen();

        assertThat(house.letters()).filteredOn("paymentAlert"::equals).hasSize(2);
        assertThat(house.alerts).hasValue(3);
    }

    private void refusedToOpen() {
        var intent = house.anIntent(house.aHeldSeat());
        house.clock.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> house.settling.settle(intent.id())).isInstanceOf(CheckoutRefused.class);
    }

    @Test
    void aRefundWhoseKeyIsUsedUpIsOrderedOnce() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.checkouts.pay(payment);
        house.settling.settle(payment.id());
        var paid = house.payment(payment);
        var order = new RefundOrder("one key", 500, SomePayments.OPERATOR, house.clock.instant());
        house.payments.replace(paid, paid.refunding(order, house.clock.instant()), Alongside.nothing());
        house.checkouts.failNext(Failure.DONE);
        assertThatThrownBy(() -> house.settling.settle(payment.id())).isInstanceOf(KeySpent.class);

        house.settling.settle(payment.id());

        assertThat(house.checkouts.held()).isEqualTo(TWELVE.minorUnits() - 500);
    }

    @Test
    void whatWasRefusedForADisputeOnTheWayGoesBackOnceThatIsWon() {
        var provider = new CheckoutsInMemory(house.clock) {
            @Override
            public synchronized void refund(Payment payment, long minorUnits) {
                if (look(payment).disputes().opened() == 0) {
                    dispute(payment);
                }
                super.refund(payment, minorUnits);
            }
        };
        house.asks(provider);
        var payment = house.anOpenPayment(house.aHeldSeat());
        provider.pay(payment);
        house.settling.settle(payment.id());
        house.refund(payment.id(), Optional.of(500L));
        assertThat(provider.look(payment).returned()).isZero();
        provider.decide(payment, true);

        house.settling.settle(payment.id());

        assertThat(provider.look(payment).returned()).isEqualTo(500);
        assertThat(house.payment(payment).needs()).isEmpty();
    }

    @Test
    void toLookAtWhatIsQuietWritesNothing() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        var before = house.payment(payment);

        house.settling.settle(payment.id());

        assertThat(house.payment(payment)).isEqualTo(before);
    }

    @Test
    void whoeverIsCalledWhileAnotherIsSlowMakesItLookAgain() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        house.clock.pass(Duration.ofMinutes(1));
        house.payments.call(payment.id(), house.clock.instant());
        var slow = house.payment(payment).claimed(Duration.ofMinutes(1), house.clock.instant());
        house.payments.replace(house.payment(payment), slow, Alongside.nothing());
        house.clock.pass(Duration.ofMinutes(2));

        assertThat(house.payments.call(payment.id(), house.clock.instant())).isTrue();
        assertThat(house.payments.call(payment.id(), house.clock.instant())).isFalse();
        assertThat(house.payment(payment).version()).isGreaterThan(slow.version());
    }

    @Test
    void whatIsTakenUpByASlowClockStaysTakenUpForAFastOne() {
        var payment = house.anOpenPayment(house.aHeldSeat());
        var fast = house.clock.instant().plus(Duration.ofMinutes(10));
        house.payments.call(payment.id(), fast);

        var taken = house.payment(payment).claimed(Duration.ofMinutes(1), house.clock.instant());

        assertThat(taken.calledFor()).isFalse();
    }

    @Test
    void theOtherOfTwoOpenCheckoutsIsClosedOnceOneIsPaid() {
        var ada = house.aHeldSeat();
        var first = house.anOpenPayment(ada);
        var second = house.anOpenPayment(ada);
        house.checkouts.pay(first);

        house.settling.settle(first.id());

        assertThat(house.payments.due(house.clock.instant(), 10))
                .extracting(Payment::id)
                .containsExactly(second.id());
    }

    @Test
    void aHoldThatEndsWhileTheProviderIsSilentClosesTheCheckout() {
        var ada = house.aHeldSeat();
        var payment = house.anOpenPayment(ada);
        house.clock.pass(HOLD.plus(HOLD));
        var held = house.registration(ada);
        house.registrations.replace(held, held.expire(house.clock.instant()));

        house.settling.settle(payment.id());

        assertThat(house.payment(payment).outcome()).isEqualTo(Outcome.LAPSED);
    }
}
