package foyer.payment.stripe;

import foyer.event.ChargeablePrices;
import foyer.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The prices Stripe can charge. */
@ApplicationScoped
class StripePrices implements ChargeablePrices {
    @Override
    public Optional<Money> nearest(Money price) {
        return StripeCurrency.of(price.currency())
                .map(currency -> new Money(currency.nearest(price.minorUnits()), price.currency()));
    }
}
