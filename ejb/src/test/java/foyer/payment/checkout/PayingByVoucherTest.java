package foyer.payment.checkout;

import static foyer.payment.SomePayments.HOLD;
import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.checkout.Taken.Status;
import foyer.payment.ledger.Outcome;
import foyer.payment.voucher.VoucherRefused;
import foyer.registration.PaymentStatus;
import foyer.registration.RegistrationState;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a voucher takes off, and whose its use is. */
class PayingByVoucherTest {
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

    private static void atFifteen(SomePayments house) {
        var before = house.events.find(house.event.id()).orElseThrow();
        var dearer = Map.of("price", 1500L, "currency", "EUR");
        house.events.replace(before, SomeEvents.replanned(before, "paymentConfig", dearer));
        // Until then nodes may show the price of before.
        house.clock.pass(Duration.ofMinutes(1));
    }
}
