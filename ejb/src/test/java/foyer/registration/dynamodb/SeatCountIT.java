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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The counter in its parts against one that just counts, through registering, leaving and changes of the capacity. */
class SeatCountIT {
    private static final int MOST_STEPS = 80;
    private static final int MOST_SEATS = 20;
    private static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    /** What happens to an event. */
    private enum What {
        COMES,
        LEAVES,
        CAPACITY_CHANGES
    }

    /** @param number who leaves, or how many seats there are from now on */
    private record Step(What what, int number) {}

    @BeforeContainer
    static void open() {
        STORE.open(SeatCountIT.class);
    }

    @AfterContainer
    static void close() {
        STORE.close();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var what = Arbitraries.frequency(
                Tuple.of(3, What.COMES), Tuple.of(2, What.LEAVES), Tuple.of(1, What.CAPACITY_CHANGES));
        var number = Arbitraries.integers().between(1, MOST_SEATS);
        return Combinators.combine(what, number).as(Step::new).list().ofMaxSize(MOST_STEPS);
    }

    @Property(tries = 20)
    void aSeatIsSoldAsLongAsThereIsOneAndNotAnyLonger(@ForAll("histories") List<Step> history) {
        var sale = new Sale();
        history.forEach(sale::go);
        sale.sellTheRest();
    }

    /** One event, and the counter that just counts: how many have a seat. */
    private static final class Sale {
        private final Registrations registrations = registrations();
        private final EventId event = EventId.fresh();
        private final List<Registration> seated = new ArrayList<>();
        private Capacity capacity = new Capacity(MOST_SEATS / 2, 1);

        void go(Step step) {
            switch (step.what()) {
                case COMES -> comesIfThereIsRoom();
                case LEAVES -> leave(step.number());
                case CAPACITY_CHANGES -> capacity = new Capacity(step.number(), capacity.eventVersion() + 1);
            }
        }

        void sellTheRest() {
            while (seated.size() < capacity.seats()) {
                assertThat(comes()).isTrue();
            }
            assertThat(comes()).isFalse();
        }

        private void comesIfThereIsRoom() {
            var taken = seated.size();
            assertThat(comes())
                    .as("with %d of %d seats taken", taken, capacity.seats())
                    .isEqualTo(taken < capacity.seats());
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

        private void leave(int number) {
            if (!seated.isEmpty()) {
                var leaving = seated.remove(number % seated.size());
                registrations.replace(leaving, leaving.cancel(NOON));
            }
        }

        private static Registrations registrations() {
            var signatures = new Signatures(new Secret(new byte[32]));
            var seal = new Seal(signatures);
            return new DynamoDbRegistrations(
                    STORE.client(),
                    STORE.settings(),
                    new OutboxItems(STORE.settings(), seal),
                    seal,
                    signatures,
                    Clock.systemUTC());
        }
    }
}
