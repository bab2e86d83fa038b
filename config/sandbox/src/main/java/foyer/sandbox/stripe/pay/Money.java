package foyer.sandbox.stripe.pay;

import foyer.sandbox.stripe.book.Tender;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people read them. */
final class Money {
    private Money() {}

    /** @param amount in Stripe's smallest units */
    static String shown(long amount, String currency) {
        var units = Tender.of(currency, "currency").inUnits(amount);
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
        format.setMinimumFractionDigits(units.scale());
        return format.format(units);
    }
}
