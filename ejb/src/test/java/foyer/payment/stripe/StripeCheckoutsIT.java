package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.provider.Checkouts;
import foyer.payment.provider.CheckoutsContract;
import foyer.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the port promises, by Stripe's own library against the stand-in. */
class StripeCheckoutsIT implements CheckoutsContract {
    private final SettableClock clock = new SettableClock();
    private final StripeHouse house = new StripeHouse(clock);

    @AfterEach
    void close() {
        house.close();
    }

    /** A page of Stripe's has a hundred. */
    @Test
    void ofMorePartsThanAPageHasAllAreSeen() {
        var payment = aPaidOne();
        for (var part = 0; part < 101; part++) {
            house.refundThere(payment, 10);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(look(payment).ordered()).isEqualTo(1010);
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
