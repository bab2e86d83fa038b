package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeCurrencyTest {
    @ParameterizedTest
    @CsvSource({
        "EUR,1250,1250",
        "JPY,500,500",
        "ISK,500,50000",
        "UGX,5,500",
        "KWD,1230,1230",
        "MGA,500,5",
        "HUF,17501,17501",
        "IDR,999999999999,999999999999",
        "CLP,1,1",
        "XOF,0,0"
    })
    void anAmountGoesToStripeAndComesBack(String code, long minorUnits, long stripes) {
        var currency = currency(code);

        assertThat(currency.has(minorUnits)).isTrue();
        assertThat(currency.inStripesUnits(minorUnits)).isEqualTo(stripes);
        assertThat(currency.ofStripesUnits(stripes)).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @CsvSource({"KWD,1234", "MGA,550", "BHD,1"})
    void stripeHasNoSuchAmount(String code, long minorUnits) {
        assertThat(currency(code).has(minorUnits)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "ISK", "UGX", "KWD", "MGA", "IDR"})
    void theLeastAndTheMostAreSuchAmounts(String code) {
        var currency = currency(code);

        assertThat(currency.has(currency.least())).isTrue();
        assertThat(currency.has(currency.most())).isTrue();
    }

    private static StripeCurrency currency(String code) {
        return StripeCurrency.of(Currency.getInstance(code)).orElseThrow();
    }
}
