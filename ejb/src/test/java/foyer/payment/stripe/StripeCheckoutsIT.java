package foyer.payment.stripe;

import foyer.payment.provider.Checkouts;
import foyer.payment.provider.CheckoutsContract;
import foyer.shared.SettableClock;
import org.junit.jupiter.api.AfterEach;

/** What the port promises, by Stripe's own library against the stand-in. */
class StripeCheckoutsIT implements CheckoutsContract {
    private final SettableClock clock = new SettableClock();
    private final StripeHouse house = new StripeHouse(clock);

    @AfterEach
    void close() {
        house.close();
    }

    @Override
    public Checkouts checkouts() {
        return house.checkouts;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public Outside outside() {
        return house;
    }
}
