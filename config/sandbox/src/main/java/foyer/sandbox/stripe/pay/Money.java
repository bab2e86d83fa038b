package foyer.sandbox.stripe.pay;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Amounts as people read them. */
final class Money {
    /** Stripe's own list (docs.stripe.com/currencies, "Zero-decimal currencies"). */
    private static final Set<String> NO_DECIMALS =
            Set.of("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));

    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    private Money() {}

    /** @param amount in Stripe's smallest units */
    static String shown(long amount, String currency) {
        var decimals = NO_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
        format.setMinimumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(amount, decimals));
    }
}
