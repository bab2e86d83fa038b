package foyer.mail;

import foyer.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes sums of money as a language's readers do. */
final class Sums {
    private Sums() {}

    /** With as many decimals as the currency has by ISO 4217, which is not what the language usually has. */
    static String written(Money money, Locale locale) {
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.minorUnits(), digits));
    }
}
