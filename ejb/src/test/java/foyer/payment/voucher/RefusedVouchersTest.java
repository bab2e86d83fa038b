package foyer.payment.voucher;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Price;
import foyer.shared.Finding;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusedVouchersTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SomePayments house = new SomePayments();

    @Test
    void oneCountsUntilItExpires() {
        issue("SUMMER", house.event.id(), null, AN_HOUR);
        house.clock.pass(AN_HOUR.minusMillis(1));
        assertThat(house.checkout(house.aHeldSeat(), "SUMMER").view()).containsEntry("amount", 600L);

        house.clock.pass(Duration.ofMillis(1));

        refused("expired", () -> house.checkout(house.aHeldSeat(), "SUMMER"));
        refused("expired", () -> quote("SUMMER"));
    }

    @Test
    void whatWasBegunBeforeItExpiredIsPaidAtThatPrice() {
        issue("SUMMER", house.event.id(), null, Duration.ofMinutes(1));
        var ada = house.aHeldSeat();
        var begun = house.checkout(ada, "SUMMER");
        house.clock.pass(Duration.ofMinutes(2));

        assertThat(house.checkout(ada, "SUMMER").payment().id())
                .isEqualTo(begun.payment().id());
        house.checkouts.pay(begun.payment());

        assertThat(house.settling.settle(begun.payment().id()).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    void oneOfAnotherEventDoesNotCount() {
        issue("THERE", EventId.fresh(), null, AN_HOUR);

        refused("unknown_value", () -> house.checkout(house.aHeldSeat(), "THERE"));
    }

    @Test
    void oneOfAnotherCurrencyDoesNotCount() {
        issue("DOLLARS", null, new Money(500, Currency.getInstance("USD")), AN_HOUR);

        refused("unknown_value", () -> house.checkout(house.aHeldSeat(), "DOLLARS"));
    }

    @Test
    void oneThatDoesNotCountTakesNothingAndHoldsNothing() {
        issue("THERE", EventId.fresh(), null, AN_HOUR);
        var ada = house.aHeldSeat();
        refused("unknown_value", () -> house.checkout(ada, "THERE"));

        assertThat(house.payments.all()).isEmpty();
        assertThat(house.vouchers.uses()).isEmpty();
        assertThat(house.checkout(ada, null).payment().price()).isEqualTo(Price.of(TWELVE));
    }

    private Price quote(String code) {
        var ada = house.aHeldSeat();
        return house.taking.quote(ada.id(), house.token(ada), code, SomePayments.NETWORK);
    }

    /** @param amount null: half the price */
    private void issue(String code, @Nullable EventId event, @Nullable Money amount, Duration life) {
        var now = house.clock.instant();
        var percent = amount == null ? 50 : null;
        house.vouchers.add(new Voucher(code, event, amount, percent, null, null, now.plus(life), 0, 1, now));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VoucherRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::code)
                                .containsExactly(code));
    }
}
