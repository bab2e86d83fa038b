package foyer.event;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Whether anybody counts on an event, whoever gives the seats. */
@Dependent
public class Promises {
    private final Iterable<ConfirmedSeats> seats;

    @Inject
    Promises(@Any Instance<ConfirmedSeats> seats) {
        this((Iterable<ConfirmedSeats>) seats);
    }

    Promises(Iterable<ConfirmedSeats> seats) {
        this.seats = seats;
    }

    boolean anyFor(EventId event) {
        for (var given : seats) {
            if (given.anyFor(event)) {
                return true;
            }
        }
        return false;
    }
}
