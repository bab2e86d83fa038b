package foyer.event;

import foyer.shared.Money;
import java.util.Optional;

/** Which prices can be charged; answered by those who take the payments. */
public interface ChargeablePrices {
    /** The chargeable price nearest to this one, which is this one itself if it can be charged; empty: not in this currency. */
    Optional<Money> nearest(Money price);
}
