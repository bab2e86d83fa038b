package foyer.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param minorUnits whole units of the currency's smallest part by ISO 4217: 1250 with EUR is 12.50 euros
 */
public record Money(long minorUnits, Currency currency) {
    private static final Pattern CODE_BESIDE_A_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\d)");

    /** The way back of {@link #kept()}. */
    public static Money read(String text) {
        var blank = text.indexOf(' ');
        return new Money(Long.parseLong(text.substring(0, blank)), Currency.getInstance(text.substring(blank + 1)));
    }

    /** As programs keep it: whole minor units, a blank and the currency, {@code 1250 EUR}. */
    public String kept() {
        return minorUnits + " " + currency.getCurrencyCode();
    }

    /** As a language's readers write it, with as many decimals as the currency has by ISO 4217, which is not what the language usually has. */
    public String written(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits());
        format.setMaximumFractionDigits(digits());
        // CLDR parts a code from the digits beside it, which Java leaves out.
        return CODE_BESIDE_A_DIGIT
                .matcher(format.format(BigDecimal.valueOf(minorUnits, digits())))
                .replaceFirst("\u00a0");
    }

    /** How many decimals its currency has. */
    public int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** In English, with the currency's code: {@code EUR 12.50}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " "
                + BigDecimal.valueOf(minorUnits, digits()).toPlainString();
    }
}
