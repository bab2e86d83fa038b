package foyer.shared;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param minorUnits whole units of the currency's smallest part by ISO 4217: 1250 with EUR is 12.50 euros
 */
public record Money(long minorUnits, Currency currency) {

    /** As people write it: {@code EUR 12.50}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " "
                + BigDecimal.valueOf(minorUnits, Math.max(0, currency.getDefaultFractionDigits()))
                        .toPlainString();
    }
}
