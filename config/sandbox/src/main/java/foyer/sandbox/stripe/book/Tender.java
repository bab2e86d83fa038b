package foyer.sandbox.stripe.book;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A currency as Stripe takes it (docs.stripe.com/currencies): all amounts in Stripe's own smallest units. The
 * product has a table of its own, and the two are kept apart on purpose: one finds the other's mistakes.
 *
 * @param least the smallest total of a charge
 * @param most the greatest
 * @param step what every amount is a multiple of
 */
public record Tender(String currency, long least, long most, long step) {
    private static final Set<String> KNOWN = Set.of(
            ("aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf "
                            + "chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd "
                            + "hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd "
                            + "lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen "
                            + "pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd stn szl thb tjs "
                            + "tnd top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw")
                    .split(" "));
    private static final Set<String> NO_DECIMALS =
            Set.of("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Set<String> WHOLE_HUNDREDS = Set.of("isk", "ugx");
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("aed", 200L),
            Map.entry("aud", 50L),
            Map.entry("bgn", 100L),
            Map.entry("brl", 50L),
            Map.entry("cad", 50L),
            Map.entry("chf", 50L),
            Map.entry("czk", 1500L),
            Map.entry("dkk", 250L),
            Map.entry("eur", 50L),
            Map.entry("gbp", 30L),
            Map.entry("hkd", 400L),
            Map.entry("huf", 17500L),
            Map.entry("inr", 50L),
            Map.entry("jpy", 50L),
            Map.entry("mxn", 1000L),
            Map.entry("myr", 200L),
            Map.entry("nok", 300L),
            Map.entry("nzd", 50L),
            Map.entry("pln", 200L),
            Map.entry("ron", 200L),
            Map.entry("sek", 300L),
            Map.entry("sgd", 50L),
            Map.entry("thb", 1000L),
            Map.entry("usd", 50L));
    private static final long MOST = 99_999_999;
    private static final long MOST_OF_IDR = 999_999_999_999L;

    /** @param parameter that named it */
    public static Tender of(String code, String parameter) {
        var currency = code.toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(currency)) {
            throw StripeError.invalid(
                    null,
                    "Invalid currency: " + currency + ". Stripe currently supports these currencies: "
                            + String.join(", ", KNOWN.stream().sorted().toList()),
                    parameter);
        }
        var step = THREE_DECIMALS.contains(currency) ? 10 : WHOLE_HUNDREDS.contains(currency) ? 100 : 1;
        return new Tender(
                currency, LEAST.getOrDefault(currency, 1L), currency.equals("idr") ? MOST_OF_IDR : MOST, step);
    }

    /** An amount in whole units and their parts. */
    public BigDecimal inUnits(long amount) {
        var decimals = NO_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
        return BigDecimal.valueOf(amount, decimals);
    }

    /** An amount that can be asked for; 0 is free. */
    public void checkUnit(long amount, String parameter) {
        if (amount < 0) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "This value must be greater than or equal to 0.", parameter);
        }
        if (amount % step != 0) {
            throw StripeError.invalid(
                    null,
                    "Invalid amount: amounts in " + currency + " must be a multiple of " + step
                            + ". See https://docs.stripe.com/currencies for more information.",
                    parameter);
        }
        checkMost(amount, parameter);
    }

    /** A total that can be charged; 0 needs no payment at all. */
    public void checkTotal(long total) {
        if (total > 0 && total < least) {
            throw StripeError.invalid(
                    "amount_too_small",
                    "The total amount due must add up to at least " + least + " in the smallest unit of " + currency,
                    null);
        }
        checkMost(total, null);
    }

    private void checkMost(long amount, @Nullable String parameter) {
        if (amount > most) {
            throw StripeError.invalid(
                    "amount_too_large",
                    "The amount must be no more than " + most + " in the smallest unit of " + currency,
                    parameter);
        }
    }
}
