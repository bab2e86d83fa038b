package foyer.registration.dynamodb;

import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.Registrations;
import foyer.registration.SoldOut;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counter in its parts against one that just counts, through registering, leaving and changes of the capacity. */
class SeatCountIT {
    private static final int STEPS = 80;
    private static final int MOST_SEATS = 20;

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    private final Registrations registrations = registrations();
    private final EventId event = EventId.fresh();
    private final List<Registration> seated = new ArrayList<>();
    private Capacity capacity = new Capacity(MOST_SEATS / 2, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void aSeatIsSoldAsLongAsThereIsOneAndNotAnyLonger(long seed) {
        var chance = new Random(seed);
        for (var step = 0; step < STEPS; step++) {
            switch (chance.nextInt(6)) {
                case 0 -> capacity = new Capacity(1 + chance.nextInt(MOST_SEATS), capacity.eventVersion() + 1);
                case 1, 2 -> leave(chance);
                default -> comesIfThereIsRoom(step);
            }
        }
        sellTheRest();
    }

    private void comesIfThereIsRoom(int step) {
        var taken = seated.size();
        assertThat(comes())
                .as("at step %d with %d of %d seats taken", step, taken, capacity.seats())
                .isEqualTo(taken < capacity.seats());
    }

    private void sellTheRest() {
        while (seated.size() < capacity.seats()) {
            assertThat(comes()).isTrue();
        }
        assertThat(comes()).isFalse();
    }

    private boolean comes() {
        var wish = registration(event, anAddress(), RegistrationState.CONFIRMED);
        try {
            registrations.add(wish, capacity, aLetter("first"), aLetter("again"));
            seated.add(wish);
            return true;
        } catch (SoldOut full) {
            return false;
        }
    }

    private void leave(Random chance) {
        if (!seated.isEmpty()) {
            var leaving = seated.remove(chance.nextInt(seated.size()));
            registrations.replace(leaving, leaving.cancel(NOON));
        }
    }

    private static Registrations registrations() {
        var signatures = new Signatures(new Secret(new byte[32]));
        var seal = new Seal(signatures);
        return new DynamoDbRegistrations(
                STORE.client(), STORE.settings(), new OutboxItems(STORE.settings(), seal), seal, signatures);
    }
}
