package foyer.payment.checkout;

import static foyer.payment.SomePayments.HOLD;
import static foyer.payment.SomePayments.TWELVE;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.registration.RegistrationId;
import foyer.shared.WrongState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldLimitTest {
    private final HoldLimit limit = new HoldLimit(HOLD);

    @Test
    void theFirstPaymentHasAllItsTime() {
        assertThat(limit.until(List.of(), NOON)).isEqualTo(NOON.plus(HOLD));
    }

    @Test
    void whoBeginsAgainSoonHasAllOfItOnceMore() {
        var soon = NOON.plusSeconds(60);

        assertThat(limit.until(List.of(begunAt(NOON)), soon)).isEqualTo(soon.plus(HOLD));
    }

    @Test
    void howeverOftenItIsBegunTheSeatIsKeptForTwoPaymentsAndNoLonger() {
        var begun = List.of(begunAt(NOON), begunAt(NOON.plus(HOLD.dividedBy(2))), begunAt(NOON.plus(HOLD)));
        var end = NOON.plus(HOLD).plus(HOLD);

        assertThat(limit.until(begun, end.minusSeconds(60))).isEqualTo(end);
        assertThatThrownBy(() -> limit.until(begun, end)).isInstanceOf(WrongState.class);
    }

    @Test
    void onlySoManyAreBegunForASeat() {
        var many = Collections.nCopies(HoldLimit.MOST, begunAt(NOON));
        var soon = NOON.plusSeconds(60);

        assertThat(limit.until(many.subList(1, many.size()), soon)).isEqualTo(soon.plus(HOLD));
        assertThatThrownBy(() -> limit.until(many, soon)).isInstanceOf(WrongState.class);
    }

    private static Payment begunAt(Instant moment) {
        return Payment.intended(
                PaymentId.fresh(),
                RegistrationId.fresh(),
                EventId.fresh(),
                Price.of(TWELVE),
                null,
                moment.plus(HOLD),
                moment);
    }
}
