package foyer.payment.checkout;

import static foyer.payment.SomePayments.HOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken.Status;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.provider.StillInLine;
import foyer.registration.Registration;
import foyer.shared.Overheard;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.Unauthenticated;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TakingPaymentTest {
    @Test
    void whoComesBackToItIsToldTheTimeThatTheCheckoutHasAndNotTheGrace() {
        var house = new SomePayments();
        var seat = house.aHeldSeat();
        var taken = house.checkout(seat, null);

        assertThat(house.registration(seat).payableUntil())
                .contains(taken.payment().payableUntil());
        assertThat(house.registration(seat).hold())
                .contains(taken.payment().payableUntil().plus(SomePayments.GRACE));
    }

    @Test
    void aCheckoutIsOpenedAtThePriceOfTheMoment() {
        var house = new SomePayments();

        var taken = house.checkout(house.aHeldSeat(), null);

        assertThat(taken.begunNow()).isTrue();
        assertThat(taken.status()).isEqualTo(Status.OPEN);
        assertThat(taken.view())
                .containsEntry("amount", 1200L)
                .containsEntry("currency", "EUR")
                .containsKeys("paymentId", "checkoutUrl", "holdExpiresAt");
    }

    @Test
    void askedForAgainItIsTheSameOne() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var first = house.checkout(ada, null);

        var again = house.checkout(ada, null);

        assertThat(again.begunNow()).isFalse();
        assertThat(again.view()).isEqualTo(first.view());
        assertThat(house.payments.all()).hasSize(1);
    }

    @Test
    void whoseTurnDoesNotComeSoonIsInLineAndKeepsTheirPlace() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        house.asks(new CheckoutsInMemory(house.clock) {
            @Override
            public synchronized Checkout open(Payment payment, Registration registration, Event event) {
                throw new StillInLine("Others come first.", Duration.ofSeconds(3));
            }
        });
        var waiting = house.checkout(ada, null);
        assertThat(waiting.view()).containsEntry("status", "queued");
        house.asks(house.checkouts);

        var opened = house.checkout(ada, null);

        assertThat(opened.payment().id()).isEqualTo(waiting.payment().id());
        assertThat(opened.view()).containsEntry("status", "open");
    }

    @Test
    void theSeatIsKeptAsLongAsItCanBePaid() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        house.clock.pass(HOLD.minusMinutes(1));

        var taken = house.checkout(ada, null);

        assertThat(house.registration(ada).hold())
                .hasValueSatisfying(
                        until -> assertThat(until).isAfter(taken.payment().payableUntil()));
    }

    @Test
    void nobodyPaysForAnothersSeat() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var bob = house.aHeldSeat();

        assertThatThrownBy(() -> house.taking.checkout(ada.id(), house.token(bob), null, null, SomePayments.NETWORK))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> house.taking.checkout(ada.id(), null, null, null, SomePayments.NETWORK))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void nobodyPaysTwice() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var taken = house.checkout(ada, null);
        house.checkouts.pay(taken.payment());
        house.settling.settle(taken.payment().id());

        assertThatThrownBy(() -> house.checkout(ada, null))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ALREADY_PAID));
    }

    @Test
    void aSeatThatWasNotKeptCannotBePaid() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var token = house.token(ada);
        house.clock.pass(HOLD);

        assertThatThrownBy(() -> house.taking.checkout(ada.id(), token, null, null, SomePayments.NETWORK))
                .isInstanceOf(WrongState.class);
    }

    /** At the opening of a sale everybody's are looked for at once. */
    @Test
    void whatWasBegunIsListedOnceForACheckoutAndForAPriceOnlyByAVoucher() {
        var house = new SomePayments();
        house.issue("HALF", null, 50, null);
        var ada = house.aHeldSeat();
        var listings = new AtomicInteger();
        house.taking.payments = Overheard.of(Payments.class, house.payments, call -> {
            if (call.equals("of")) {
                listings.incrementAndGet();
            }
        });

        house.taking.quote(ada.id(), house.token(ada), null, SomePayments.NETWORK);
        assertThat(listings).hasValue(0);
        house.taking.quote(ada.id(), house.token(ada), "HALF", SomePayments.NETWORK);
        assertThat(listings).hasValue(1);
        house.checkout(ada, "HALF");
        assertThat(listings).hasValue(2);
        house.checkout(house.aHeldSeat(), null);
        assertThat(listings).hasValue(3);
    }

    /** With the voucher, without it, with it: each is another payment, and would keep the seat anew. */
    @Test
    void aSeatIsNotKeptForEverForWhoNeverPays() {
        var house = new SomePayments();
        house.issue("HALF", null, 50, null);
        var ada = house.aHeldSeat();
        var begunAt = house.clock.instant();
        var typed = 0;
        while (house.registration(ada).payableAt(house.clock.instant())) {
            try {
                house.checkout(ada, typed++ % 2 == 0 ? null : "HALF");
            } catch (WrongState longEnough) {
                // The time runs out.
            }
            house.clock.pass(Duration.ofMinutes(10));
            house.payments.due(house.clock.instant(), 50).forEach(house::settleDue);
            assertThat(house.clock.instant()).isBefore(begunAt.plus(Duration.ofHours(3)));
        }

        assertThat(house.clock.instant())
                .isBetween(
                        begunAt.plus(HOLD).plus(HOLD),
                        begunAt.plus(HOLD.multipliedBy(2)).plusSeconds(900));
        assertThat(house.payments.all()).extracting(Payment::outcome).containsOnly(Outcome.LAPSED);
    }

    @Test
    void payersComeBackOnlyToPagesThatTheEventNames() {
        var house =
                new SomePayments(Map.of("embedConfig", Map.of("allowedOrigins", List.of("https://partner.example"))));
        var ada = house.aHeldSeat();
        var token = house.token(ada);

        for (var page : List.of("https://evil.example/", "https://partner.example.evil.example/", "javascript:x")) {
            assertThatThrownBy(() -> house.taking.checkout(ada.id(), token, page, null, SomePayments.NETWORK))
                    .isInstanceOf(ValidationFailed.class);
        }
        assertThat(house.taking
                        .checkout(ada.id(), token, "https://partner.example/show", null, SomePayments.NETWORK)
                        .payment()
                        .returnUrl())
                .isEqualTo("https://partner.example/show");
    }

    @Test
    void whoeverLooksIsToldByTheProvidersWord() {
        var house = new SomePayments();
        var ada = house.aHeldSeat();
        var taken = house.checkout(ada, null);
        house.checkouts.pay(taken.payment());

        var seen = house.taking.look(taken.payment().id(), house.token(ada));

        assertThat(seen.status()).isEqualTo(Status.COMPLETED);
    }
}
