package foyer.media.cost;

import foyer.shared.Money;

/**
 * A part of what a live channel costs.
 *
 * @param quantity in its kind's unit
 * @param sum rounded up to a whole minor unit
 */
public record CostPart(CostKind kind, long quantity, Money sum) {}
