package foyer.registration;

import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.WrongState;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RegistrationPropertiesTest {
    private static final List<BiFunction<Registration, Instant, Registration>> CHANGES = List.of(
            (registration, now) -> registration.prove(false, now),
            (registration, now) -> registration.prove(true, now),
            Registration::approve,
            Registration::cancel,
            Registration::expire,
            (registration, now) -> registration.offer(now.plusSeconds(600), Credentials.NONE, now));

    @Property(tries = 500)
    void whatIsOverStaysOverAndNothingHappensTwice(
            @ForAll RegistrationState from, @ForAll @Size(max = 8) List<@IntRange(max = 5) Integer> changes) {
        var registration = registration(EventId.fresh(), anAddress(), from);
        var now = NOON;
        for (var change : changes) {
            now = now.plusSeconds(500);
            var after = changed(registration, change, now);
            assertThat(registration.state().over() && !after.state().over()).isFalse();
            assertThat(after.version() - registration.version()).isBetween(0L, 1L);
            assertThat(after.hold().isPresent()).isEqualTo(after.state() == RegistrationState.HELD);
            assertThat(changed(after, change, now)).isEqualTo(after);
            registration = after;
        }
    }

    /** A refusal changes nothing. */
    private static Registration changed(Registration registration, int change, Instant now) {
        try {
            return CHANGES.get(change).apply(registration, now);
        } catch (WrongState refused) {
            return registration;
        }
    }
}
