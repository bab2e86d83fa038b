package foyer.media.cost;

import foyer.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a live channel costs.
 *
 * @param currency null unless prices are set
 * @param parts empty unless there are prices
 */
public record LiveCost(CostBasis basis, @Nullable Currency currency, List<CostPart> parts) {
    public static final LiveCost NO_PRICES = new LiveCost(CostBasis.NO_PRICES, null, List.of());
    public static final LiveCost ONE_MACHINE = new LiveCost(CostBasis.ONE_MACHINE, null, List.of());

    public LiveCost {
        parts = List.copyOf(parts);
    }

    static LiveCost of(Currency currency, List<CostPart> parts) {
        return new LiveCost(CostBasis.PRICES, currency, parts);
    }

    /** Empty: nothing is billed, or nobody knows. */
    public Optional<Money> sum() {
        return Optional.ofNullable(currency).map(known -> new Money(minorUnits(), known));
    }

    private long minorUnits() {
        return parts.stream().mapToLong(part -> part.sum().minorUnits()).sum();
    }
}
