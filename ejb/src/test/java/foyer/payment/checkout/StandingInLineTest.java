package foyer.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken.Status;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.provider.StillInLine;
import foyer.registration.Registration;
import foyer.shared.Overheard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingInLineTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final SomePayments house = new SomePayments();
    private final List<Registration> seats =
            Stream.generate(house::aHeldSeat).limit(5).toList();

    @BeforeEach
    void oneCheckoutIsOpenedInASecond() {
        house.checkouts.pace(A_SECOND);
    }

    @Test
    void eachIsToldHowManyBeganEarlierAndHowLongTheyTake() {
        var begun = begun();

        var last = look(begun, 4);

        assertThat(last.status()).isEqualTo(Status.QUEUED);
        assertThat(last.line()).isEqualTo(new Checkouts.Line(4, Duration.ofSeconds(4)));
        assertThat(look(begun, 3).line()).isEqualTo(new Checkouts.Line(3, Duration.ofSeconds(3)));
    }

    @Test
    void whoIsFarBackPassesNobodyHoweverOftenTheyLook() {
        var begun = begun();

        look(begun, 4);
        look(begun, 4);

        assertThat(house.payment(begun.get(4)).atProvider()).isEmpty();
    }

    @Test
    void whoIsFirstIsLetThroughAndTheOthersMoveOn() {
        var begun = begun();

        assertThat(look(begun, 0).status()).isEqualTo(Status.OPEN);

        house.clock.pass(A_SECOND);
        assertThat(look(begun, 4).line().before()).isEqualTo(3);
    }

    @Test
    void whoComesLastStandsBehindAllWhoWait() {
        begun();

        var taken = house.checkout(house.aHeldSeat(), null);

        assertThat(taken.status()).isEqualTo(Status.QUEUED);
        assertThat(taken.line().before()).isEqualTo(5);
    }

    @Test
    void theProvidersWordsToTheOrganizerAreNotForViewers() {
        var begun = house.anIntent(seats.get(0));
        house.clock.pass(Duration.ofMinutes(2));

        assertThatThrownBy(() -> house.taking.look(begun.id(), house.token(seats.get(0))))
                .isInstanceOf(CheckoutRefused.class)
                .hasMessageContaining("The organizer has been told")
                .hasMessageNotContaining("expires_at");
        assertThat(house.letters()).contains("paymentAlert");
    }

    @Test
    void whileOneLooksTheOthersTakeWhatWasSeenLast() throws Exception {
        var begun = begun();
        look(begun, 4);
        house.clock.pass(A_SECOND.multipliedBy(2));
        var looking = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        var looks = new AtomicInteger();
        house.taking.inLine.payments = Overheard.of(Payments.class, house.payments, call -> {
            if (call.equals("due")) {
                looks.incrementAndGet();
                looking.countDown();
                await(seen);
            }
        });
        var first = new FutureTask<>(() -> house.taking.inLine.line(house.payment(begun.get(4))));
        new Thread(first).start();
        await(looking);

        assertThat(house.taking.inLine.line(house.payment(begun.get(3))).before())
                .isEqualTo(3);
        seen.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).before()).isEqualTo(4);
        assertThat(looks).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whomTheProviderPutsOffIsToldForHowLong() {
        house.asks(new CheckoutsInMemory(house.clock) {
            @Override
            public synchronized Checkout open(Payment payment, Registration registration, Event event) {
                throw new StillInLine("Others come first.", Duration.ofSeconds(3));
            }
        });

        var taken = house.checkout(seats.get(0), null);

        assertThat(taken.status()).isEqualTo(Status.QUEUED);
        assertThat(taken.line()).isEqualTo(new Checkouts.Line(0, Duration.ofSeconds(3)));
    }

    @Test
    void whereNobodyWaitsNobodyIsInLine() {
        assertThat(house.checkout(seats.get(0), null).status()).isEqualTo(Status.OPEN);
    }

    /** One after the other, and none of them is opened yet. */
    private List<Payment> begun() {
        return seats.stream()
                .map(seat -> {
                    var intent = house.anIntent(seat);
                    house.clock.pass(Duration.ofMillis(10));
                    return intent;
                })
                .toList();
    }

    private Taken look(List<Payment> begun, int at) {
        return house.taking.look(begun.get(at).id(), house.token(seats.get(at)));
    }
}
