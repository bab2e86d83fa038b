package foyer.payment.ledger;

import foyer.event.ChargeablePrices;
import foyer.shared.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a payment was to be when it was begun; later changes of the event's price or of the voucher do not touch it.
 *
 * @param full as the event says
 * @param discount in minor units of the same currency, from 0 to the full price
 * @param voucher the code that took it off; null: none
 */
public record Price(Money full, long discount, @Nullable String voucher) {
    public Price {
        if (discount < 0 || discount > full.minorUnits()) {
            throw new IllegalArgumentException("A discount is from nothing to all.");
        }
    }

    public static Price of(Money full) {
        return new Price(full, 0, null);
    }

    /** What is to be paid. */
    public Money due() {
        return new Money(full.minorUnits() - discount, full.currency());
    }

    /**
     * The same, or the next smaller one that can be charged; one that is too small for that costs nothing.
     *
     * @param prices which ones can be charged
     */
    public Price atMost(ChargeablePrices prices) {
        var sum = due().minorUnits();
        if (charged(1, prices) > sum) {
            return new Price(full, full.minorUnits(), voucher);
        }
        while (charged(sum, prices) > sum) {
            sum--;
        }
        return new Price(full, full.minorUnits() - charged(sum, prices), voucher);
    }

    private long charged(long minorUnits, ChargeablePrices prices) {
        return prices.nearest(new Money(minorUnits, full.currency()))
                .map(Money::minorUnits)
                .orElse(minorUnits);
    }

    /** By the API's names. */
    public Map<String, Object> view() {
        return Map.of(
                "amount", full.minorUnits(),
                "discount", discount,
                "due", due().minorUnits(),
                "currency", full.currency().getCurrencyCode());
    }

    public boolean free() {
        return due().minorUnits() == 0;
    }
}
