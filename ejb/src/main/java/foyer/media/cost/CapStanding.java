package foyer.media.cost;

import foyer.shared.Money;

/**
 * How a live channel stands to its cap.
 *
 * @param expected what it will have cost in the end
 */
public record CapStanding(CostCap cap, Money expected) {
    public CapLevel level() {
        return cap.level(expected);
    }
}
