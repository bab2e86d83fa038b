package foyer.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.ChargeablePrices;
import foyer.shared.Money;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final Currency KWD = Currency.getInstance("KWD");

    /** Nothing below 100, and multiples of ten. */
    private static final ChargeablePrices PRICES = price ->
            Optional.of(new Money(Math.max(100, Math.round(price.minorUnits() / 10.0) * 10), price.currency()));

    @Test
    void aReducedPriceIsOneThatCanBeCharged() {
        assertThat(reducedTo(1230)).isEqualTo(1230);
        assertThat(reducedTo(1234)).isEqualTo(1230);
        assertThat(reducedTo(1239)).isEqualTo(1230);
        assertThat(reducedTo(100)).isEqualTo(100);
    }

    @Test
    void oneThatIsTooSmallToBeChargedCostsNothing() {
        assertThat(reducedTo(99)).isZero();
        assertThat(reducedTo(1)).isZero();
        assertThat(reducedTo(0)).isZero();
    }

    @Test
    void nobodyGetsMoneyForComing() {
        var full = new Money(1200, KWD);

        assertThatThrownBy(() -> new Price(full, 1201, "MUCH")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(full, -1, "LESS")).isInstanceOf(IllegalArgumentException.class);
    }

    private static long reducedTo(long minorUnits) {
        return new Price(new Money(2000, KWD), 2000 - minorUnits, "CODE")
                .atMost(PRICES)
                .due()
                .minorUnits();
    }
}
