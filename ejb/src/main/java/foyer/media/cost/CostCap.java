package foyer.media.cost;

import foyer.shared.Money;

/**
 * What one event's live channel may cost, by its forecast, and what is done where that will not do. It is for each channel that is
 * prepared: what an earlier one of the same event has cost is not in it.
 */
public record CostCap(Money most, OnCap onCap) {
    private static final int ALL = 100;
    private static final int NEARLY = 80;

    /** @param expected in the same currency */
    CapLevel level(Money expected) {
        var share = expected.minorUnits() * ALL;
        if (share >= most.minorUnits() * ALL) {
            return CapLevel.REACHED;
        }
        return share >= most.minorUnits() * NEARLY ? CapLevel.NEAR : CapLevel.BELOW;
    }
}
