package foyer.payment;

import foyer.event.SomeEvents;
import foyer.payment.ledger.Payment;
import foyer.payment.provider.Checkouts;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.Problem;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A seat that is sold by a provider that fails now and then, and whoever sees to it again and again until it is settled. */
public final class SomeSales {
    private static final int MOST = 200;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final SomePayments house = new SomePayments();
    private final Registration seat = house.aHeldSeat();
    private final Payment intent = house.anIntent(seat);

    public SomeSales(Function<SettableClock, Checkouts> provider) {
        house.asks(provider.apply(house.clock));
    }

    public SettableClock clock() {
        return house.clock;
    }

    public Payment payment() {
        return house.payment(intent);
    }

    public RegistrationState seat() {
        return house.registration(seat).state();
    }

    public List<String> letters() {
        return house.letters();
    }

    public Payment settleOnce() {
        return house.settling.settle(intent.id());
    }

    /** As the timer does, until nothing fails any more. */
    public Payment settle() {
        for (var trial = 1; ; trial++) {
            try {
                return settleOnce();
            } catch (Problem later) {
                if (trial == MOST) {
                    throw later;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    public void holdEnds() {
        house.clock.pass(SomePayments.HOLD);
    }

    public void cancelTheEvent() {
        house.events.replace(house.event, SomeEvents.cancelled(house.event));
    }
}
