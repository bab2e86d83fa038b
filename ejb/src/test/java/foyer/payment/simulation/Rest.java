package foyer.payment.simulation;

import foyer.registration.RegistrationState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How long until somebody has to do something. */
final class Rest {
    private Rest() {}

    /** Empty: never. */
    static Optional<Duration> next(SimulatedHouse house) {
        var dues = house.payments.all().stream().flatMap(payment -> payment.next().stream());
        var holds = house.registrations.all().stream()
                .filter(one -> one.state() == RegistrationState.HELD)
                .flatMap(one -> one.hold().stream());
        var calling = house.toBeCalledOff ? Stream.of(house.now()) : Stream.<Instant>empty();
        return Stream.of(dues, holds, calling)
                .flatMap(all -> all)
                .min(Instant::compareTo)
                .map(next -> next.isAfter(house.now()) ? Duration.between(house.now(), next) : Duration.ZERO);
    }
}
