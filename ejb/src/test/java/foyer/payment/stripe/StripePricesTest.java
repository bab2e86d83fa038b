package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Money;
import java.util.Currency;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripePricesTest {
    private final StripePrices prices = new StripePrices();

    @ParameterizedTest
    @CsvSource({
        "EUR,50",
        "EUR,1999",
        "EUR,99999999",
        "USD,50",
        "GBP,30",
        "JPY,50",
        "JPY,99999999",
        "KWD,1230",
        "ISK,500",
        "UGX,5",
        "MGA,500",
        "HUF,17500",
        "HUF,17501",
        "IDR,999999999999",
        "CLP,1",
        "TND,10"
    })
    void chargesAPriceItTakes(String currency, long minorUnits) {
        assertThat(nearest(currency, minorUnits)).contains(minorUnits);
    }

    @ParameterizedTest
    @CsvSource({
        "KWD,1234,1230",
        "KWD,1235,1240",
        "KWD,1,10",
        "KWD,99999999,99999990", // the last of three decimals is zero
        "MGA,550,600",
        "MGA,549,500", // a whole ariary, though ISO knows its fifths as hundredths
        "ISK,1000000,999999",
        "UGX,1000000,999999", // sent with two decimals, so two digits fewer
        "EUR,49,50",
        "EUR,0,50",
        "EUR,-5,50",
        "GBP,29,30",
        "JPY,49,50",
        "HUF,17499,17500",
        "MXN,999,1000",
        "EUR,100000000,99999999",
        "EUR,9223372036854775807,99999999",
        "IDR,1000000000000,999999999999",
        "XOF,0,1",
        "BHD,-9223372036854775808,10"
    })
    void namesTheNearestPriceThatItTakes(String currency, long minorUnits, long expected) {
        assertThat(nearest(currency, minorUnits)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KPW", "IRR", "CUP", "SYP", "XXX", "XAU", "IQD", "CLF"})
    void takesNoOtherCurrency(String currency) {
        assertThat(nearest(currency, 1000)).isEmpty();
    }

    @Property
    void theNearestIsItsOwnNearest(@ForAll long minorUnits) {
        for (var code : new String[] {"EUR", "JPY", "KWD", "ISK", "UGX", "MGA", "IDR"}) {
            var nearest = nearest(code, minorUnits).orElseThrow();

            assertThat(nearest(code, nearest)).as(code).contains(nearest);
        }
    }

    @Test
    void writesMoneyAsPeopleDo() {
        assertThat(new Money(1250, Currency.getInstance("EUR"))).hasToString("EUR 12.50");
        assertThat(new Money(500, Currency.getInstance("JPY"))).hasToString("JPY 500");
    }

    private Optional<Long> nearest(String currency, long minorUnits) {
        return prices.nearest(new Money(minorUnits, Currency.getInstance(currency)))
                .map(Money::minorUnits);
    }
}
