package foyer.payment.checkout;

import static foyer.payment.SomePayments.HOLD;
import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken.Status;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.provider.StillInLine;
import foyer.payment.voucher.VoucherRefused;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
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

    @Test
    void aVoucherTakesItsPartOff() {
        var house = new SomePayments();
        house.issue("HALF", null, 50, null);

        var taken = house.checkout(house.aHeldSeat(), " half ");

        assertThat(taken.view()).containsEntry("amount", 600L).containsEntry("discount", 600L);
    }

    @Test
    void anAmountTakesNoMoreOffThanThePrice() {
        var house = new SomePayments();
        house.issue("MUCH", new Money(5000, TWELVE.currency()), null, null);

        assertThat(house.checkout(house.aHeldSeat(), "much").view()).containsEntry("amount", 0L);
    }

    @Test
    void whatCostsNothingIsPaidAtOnce() {
        var house = new SomePayments();
        house.issue("GIFT", null, 100, null);
        var ada = house.aHeldSeat();

        var taken = house.checkout(ada, "GIFT");

        assertThat(taken.status()).isEqualTo(Status.COMPLETED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(house.registration(ada).paymentStatus()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(house.letters()).containsExactly("receipt");
    }

    /** Which event a node knows may be some seconds old, and those whose money goes back are counted by then. */
    @Test
    void whoIsGivenASeatAsTheEventIsCalledOffKeepsTheVoucher() {
        var house = new SomePayments();
        house.issue("GIFT", null, 100, 1L);
        var ada = house.aHeldSeat();
        var given = house.checkout(ada, "GIFT").payment();
        house.events.replace(house.event, SomeEvents.cancelled(house.event));

        house.payments.due(house.clock.instant(), 10).forEach(house::settleDue);

        assertThat(house.payment(given).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(house.vouchers.uses()).isEmpty();
    }

    @Test
    void aVoucherIsUsedNoMoreOftenThanItsLimit() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        house.checkout(house.aHeldSeat(), "ONCE");

        assertThatThrownBy(() -> house.checkout(house.aHeldSeat(), "ONCE"))
                .isInstanceOfSatisfying(
                        VoucherRefused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> assertThat(finding.code()).isEqualTo("used_up")));
    }

    @Test
    void aVoucherOfAPaymentThatLapsedIsFreeAgain() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        var lapsing = house.checkout(house.aHeldSeat(), "ONCE");
        house.clock.pass(HOLD);
        house.settling.settle(lapsing.payment().id());

        assertThat(house.checkout(house.aHeldSeat(), "ONCE").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theLastUseOfAVoucherIsResumedByWhomItBelongsTo() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        var ada = house.aHeldSeat();
        var begun = house.checkout(ada, "ONCE");

        var resumed = house.checkout(ada, "once");

        assertThat(resumed.payment().id()).isEqualTo(begun.payment().id());
        assertThat(resumed.status()).isEqualTo(Status.OPEN);
    }

    /** Whose price changed in between is not told that they have used up what they use. */
    @Test
    void theLastUseOfAVoucherCountsAtAnotherPriceTooForWhomItBelongsTo() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        var ada = house.aHeldSeat();
        var begun = house.checkout(ada, "ONCE");
        atFifteen(house);

        assertThat(house.taking
                        .quote(ada.id(), house.token(ada), "once", SomePayments.NETWORK)
                        .view())
                .containsEntry("due", 750L);
        var again = house.checkout(ada, "once");
        house.settling.settle(begun.payment().id());

        assertThat(again.payment().price().due().minorUnits()).isEqualTo(750);
        assertThat(again.status()).isEqualTo(Status.OPEN);
        assertThat(house.payment(begun.payment()).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.vouchers.uses()).hasSize(1);
        assertThatThrownBy(() -> house.checkout(house.aHeldSeat(), "ONCE")).isInstanceOf(VoucherRefused.class);
    }

    @Test
    void whoPaysTheOneBeforeAllTheSameHasItByTheVouchersOneUse() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        var ada = house.aHeldSeat();
        var begun = house.checkout(ada, "ONCE");
        atFifteen(house);
        var again = house.checkout(ada, "ONCE");
        house.checkouts.pay(begun.payment());

        house.settling.settle(begun.payment().id());
        house.settling.settle(again.payment().id());

        assertThat(house.payment(begun.payment()).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.payment(again.payment()).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.vouchers.uses()).hasSize(1);
    }

    /** The one with it is not closed yet when they come back to it. */
    @Test
    void whoTakesTheirVoucherOffAndOnAgainPaysByItAtOnce() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        var ada = house.aHeldSeat();
        var with = house.checkout(ada, "ONCE");
        var without = house.checkout(ada, "");

        assertThat(house.taking
                        .quote(ada.id(), house.token(ada), "ONCE", SomePayments.NETWORK)
                        .view())
                .containsEntry("due", 600L);
        var again = house.checkout(ada, "ONCE");
        house.settling.settle(with.payment().id());
        house.settling.settle(without.payment().id());

        assertThat(again.payment().price().due().minorUnits()).isEqualTo(600);
        assertThat(again.payment().id()).isNotEqualTo(with.payment().id());
        assertThat(again.status()).isEqualTo(Status.OPEN);
        assertThat(house.payment(with.payment()).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.vouchers.uses()).hasSize(1);
        assertThatThrownBy(() -> house.checkout(house.aHeldSeat(), "ONCE")).isInstanceOf(VoucherRefused.class);
    }

    /** Its use has gone on to the second, and a third without any was begun since. */
    @Test
    void theFirstOfThemMayBePaidAllTheSame() {
        var house = new SomePayments();
        house.issue("ONCE", null, 50, 1L);
        var ada = house.aHeldSeat();
        var first = house.checkout(ada, "ONCE");
        house.checkout(ada, "");
        house.checkout(ada, "ONCE");
        house.checkout(ada, "");
        house.checkouts.pay(first.payment());

        house.settling.settle(first.payment().id());
        house.payments.due(house.clock.instant(), 10).forEach(house::settleDue);

        assertThat(house.payment(first.payment()).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(house.vouchers.uses()).hasSize(1);
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

    @Test
    void withAnotherVoucherTheCheckoutBeforeIsClosed() {
        var house = new SomePayments();
        house.issue("HALF", null, 50, null);
        var ada = house.aHeldSeat();
        var full = house.checkout(ada, null);

        var half = house.checkout(ada, "HALF");
        house.settling.settle(full.payment().id());

        assertThat(half.payment().id()).isNotEqualTo(full.payment().id());
        assertThat(house.payment(full.payment()).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(house.registration(ada).state()).isEqualTo(RegistrationState.HELD);
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

    private static void atFifteen(SomePayments house) {
        var before = house.events.find(house.event.id()).orElseThrow();
        var dearer = Map.of("price", 1500L, "currency", "EUR");
        house.events.replace(before, SomeEvents.replanned(before, "paymentConfig", dearer));
        // Until then nodes may show the price of before.
        house.clock.pass(Duration.ofMinutes(1));
    }
}
