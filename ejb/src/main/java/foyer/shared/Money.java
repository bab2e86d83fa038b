package foyer.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minorUnits whole units of the currency's smallest part by ISO 4217: 1250 with EUR is 12.50 euros
 */
public record Money(long minorUnits, Currency currency) {

    /** The way back of {@link #kept()}. */
    public static Money read(String text) {
        var blank = text.indexOf(' ');
        return new Money(Long.parseLong(text.substring(0, blank)), Currency.getInstance(text.substring(blank + 1)));
    }

    /** As programs keep it: whole minor units, a blank and the currency, {@code 1250 EUR}. */
    public String kept() {
        return minorUnits + " " + currency.getCurrencyCode();
    }

    /** As people write it: {@code EUR 12.50}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " "
                + BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()))
                        .toPlainString();
    }
}
