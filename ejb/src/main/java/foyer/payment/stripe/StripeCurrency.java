package foyer.payment.stripe;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How Stripe takes a currency, by its page on supported currencies (docs.stripe.com/currencies). Its
 * units are not always those of ISO 4217: amounts here are in ISO's.
 *
 * @param least the smallest charge Stripe takes for its fee's sake, where it names one
 * @param most the greatest number its API takes
 * @param step every charge is a multiple of it
 * @param shift how many digits Stripe's amounts have more than ISO's; below zero: fewer
 */
record StripeCurrency(long least, long most, long step, int shift) {
    private static final Set<String> TWO_DECIMALS = Set.of(
            ("USD AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF "
                            + "CNY COP CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL HTG HUF IDR "
                            + "ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR "
                            + "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK SGD SHP SLE "
                            + "SOS SRD STN SZL THB TJS TOP TRY TTD TWD TZS UAH UYU UZS WST XCD XCG YER ZAR ZMW")
                    .split(" "));
    private static final Set<String> NO_DECIMALS =
            Set.of("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
    /** Sent with two decimals, which must be zeros. */
    private static final Set<String> TWO_IDLE_DECIMALS = Set.of("ISK", "UGX");
    /** Sent with three decimals, the last of which must be zero. */
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private static final String MOST_UNITS = "99999999";
    private static final String MOST_UNITS_OF_IDR = "999999999999";
    private static final Map<String, String> LEAST = Map.ofEntries(
            Map.entry("USD", "0.50"),
            Map.entry("AED", "2.00"),
            Map.entry("AUD", "0.50"),
            Map.entry("BGN", "1.00"),
            Map.entry("BRL", "0.50"),
            Map.entry("CAD", "0.50"),
            Map.entry("CHF", "0.50"),
            Map.entry("CZK", "15.00"),
            Map.entry("DKK", "2.50"),
            Map.entry("EUR", "0.50"),
            Map.entry("GBP", "0.30"),
            Map.entry("HKD", "4.00"),
            Map.entry("HUF", "175.00"),
            Map.entry("INR", "0.50"),
            Map.entry("JPY", "50"),
            Map.entry("MXN", "10.00"),
            Map.entry("MYR", "2.00"),
            Map.entry("NOK", "3.00"),
            Map.entry("NZD", "0.50"),
            Map.entry("PLN", "2.00"),
            Map.entry("RON", "2.00"),
            Map.entry("SEK", "3.00"),
            Map.entry("SGD", "0.50"),
            Map.entry("THB", "10.00"));

    /** Empty if Stripe does not take the currency. */
    static Optional<StripeCurrency> of(Currency currency) {
        var code = currency.getCurrencyCode();
        if (TWO_DECIMALS.contains(code)) {
            return Optional.of(of(currency, 2, 1));
        }
        if (NO_DECIMALS.contains(code)) {
            return Optional.of(of(currency, 0, 1));
        }
        if (TWO_IDLE_DECIMALS.contains(code)) {
            return Optional.of(of(currency, 2, 100));
        }
        return THREE_DECIMALS.contains(code) ? Optional.of(of(currency, 3, 10)) : Optional.empty();
    }

    /** Whether Stripe has an amount for it at all. */
    boolean has(long amount) {
        return amount % step == 0;
    }

    /** An amount as Stripe's API takes it. Only for one that it {@link #has}. */
    long inStripesUnits(long amount) {
        return BigDecimal.valueOf(amount).movePointRight(shift).longValueExact();
    }

    /** An amount as Stripe's API says it, in ISO's units. */
    long ofStripesUnits(long amount) {
        return BigDecimal.valueOf(amount).movePointLeft(shift).longValue();
    }

    /** The multiple of the step nearest to an amount, within the limits; of two equally near, the greater. */
    long nearest(long amount) {
        var within = Math.min(most, Math.max(least, amount));
        var below = within - within % step;
        var nearest = within - below < step - (within - below) ? below : below + step;
        return nearest > most ? nearest - step : nearest;
    }

    /**
     * @param digits decimals in Stripe's amounts
     * @param stripeStep what Stripe's amounts must be multiples of
     */
    private static StripeCurrency of(Currency currency, int digits, long stripeStep) {
        var code = currency.getCurrencyCode();
        var isoDigits = currency.getDefaultFractionDigits();
        var step = Math.max(
                1,
                BigDecimal.valueOf(stripeStep, digits).movePointRight(isoDigits).longValue());
        var most = new BigDecimal(code.equals("IDR") ? MOST_UNITS_OF_IDR : MOST_UNITS)
                .movePointLeft(digits)
                .movePointRight(isoDigits)
                .longValue();
        var least = new BigDecimal(LEAST.getOrDefault(code, "0"))
                .movePointRight(isoDigits)
                .longValue();
        return new StripeCurrency(Math.max(step, least), most - most % step, step, digits - isoDigits);
    }
}
