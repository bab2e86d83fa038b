package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What watching costs.
 *
 * @param minorUnits the price in whole minor units of the currency by ISO 4217
 * @param currency in upper case, by ISO 4217
 * @param stripeProductId the product the receipt names; ours when absent
 */
public record PaymentTerms(
        @Nullable Long minorUnits,
        @Nullable Currency currency,
        @Nullable String stripeProductId,
        OnDispute onDispute) {
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String NO_CURRENCY = "This must be a currency in use by ISO 4217, such as EUR.";

    /** What becomes of the right to watch while a payer disputes the payment with the bank. */
    public enum OnDispute {
        KEEP,
        REVOKE
    }

    static PaymentTerms none() {
        return new PaymentTerms(null, null, null, OnDispute.KEEP);
    }

    static PaymentTerms read(Fields group, ChargeablePrices prices) {
        var minorUnits = group.wholeNumber("price");
        var currency = currency(group);
        var terms = new PaymentTerms(
                minorUnits.orElse(null),
                currency.orElse(null),
                product(group).orElse(null),
                group.choice("onDispute", OnDispute.class).orElse(OnDispute.KEEP));
        if (minorUnits.isPresent()) {
            group.require("currency");
        }
        currency.ifPresent(known -> check(group, new Money(minorUnits.orElse(0L), known), terms, prices));
        group.refuseUnknown();
        return terms;
    }

    /** Empty unless both price and currency are set. */
    public Optional<Money> price() {
        return minorUnits == null || currency == null ? Optional.empty() : Optional.of(new Money(minorUnits, currency));
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        if (minorUnits != null) {
            tree.put("price", minorUnits);
        }
        if (currency != null) {
            tree.put("currency", currency.getCurrencyCode());
        }
        if (stripeProductId != null) {
            tree.put("stripeProductId", stripeProductId);
        }
        tree.put("onDispute", Fields.wireName(onDispute));
        return tree;
    }

    /** Price and currency alone: the product and what happens on a dispute are the house's business. */
    Map<String, Object> treeForAll() {
        var tree = tree();
        tree.remove("stripeProductId");
        tree.remove("onDispute");
        return tree;
    }

    private static void check(Fields group, Money price, PaymentTerms terms, ChargeablePrices prices) {
        var nearest = prices.nearest(price);
        if (nearest.isEmpty()) {
            group.refuse("currency", "not_chargeable", "Payments cannot be taken in this currency.");
        } else if (terms.minorUnits != null && !nearest.get().equals(price)) {
            group.refuse(
                    "price",
                    "not_chargeable",
                    "This price cannot be charged. The nearest that can is "
                            + nearest.get().minorUnits() + " (" + nearest.get() + ").");
        }
    }

    private static Optional<Currency> currency(Fields group) {
        return group.text("currency").flatMap(code -> {
            try {
                var currency = Currency.getInstance(code);
                if (currency.getDefaultFractionDigits() >= 0) {
                    return Optional.of(currency);
                }
            } catch (IllegalArgumentException unknown) {
                // said below, as for XAU and its like, which are no money
            }
            group.refuse("currency", "unknown_value", NO_CURRENCY);
            return Optional.empty();
        });
    }

    private static Optional<String> product(Fields group) {
        var product = group.text("stripeProductId");
        product.filter(text -> !PRODUCT.matcher(text).matches())
                .ifPresent(wrong -> group.refuse(
                        "stripeProductId",
                        "invalid",
                        "This must be the id of a product, such as prod_NWjs8kKbJWmuuc."));
        return product;
    }
}
