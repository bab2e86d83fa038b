package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    /** Blanks that do not break are shown as others here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 123450 | EUR | €1,234.50
            de | 123450 | EUR | 1.234,50 €
            es | 123450 | EUR | 1.234,50 €
            fr | 123450 | EUR | 1 234,50 €
            en | 5000 | JPY | ¥5,000
            de | 5000 | JPY | 5.000 ¥
            es | 5000 | JPY | 5.000 JPY
            fr | 5000 | JPY | 5 000 JPY
            en | 1230 | KWD | KWD 1.230
            de | 1230 | KWD | 1,230 KWD
            es | 1230 | KWD | 1,230 KWD
            fr | 1230 | KWD | 1,230 KWD
            """)
    void isWrittenAsTheReadersOfALanguageWriteIt(String language, long minorUnits, String currency, String written) {
        var money = new Money(minorUnits, Currency.getInstance(currency));

        assertThat(money.written(Locale.forLanguageTag(language)).replaceAll("\\h", " "))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1250, EUR", "500, JPY", "1230, KWD", "0, ISK"})
    void isReadAsItWasKept(long minorUnits, String currency) {
        var money = new Money(minorUnits, Currency.getInstance(currency));

        assertThat(Money.read(money.kept())).isEqualTo(money);
    }
}
