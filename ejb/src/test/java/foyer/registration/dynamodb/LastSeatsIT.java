package foyer.registration.dynamodb;

import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static foyer.shared.dynamodb.Items.number;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.RegistrationQuery;
import foyer.registration.RegistrationState;
import foyer.registration.SoldOut;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many at once want the last seats, through two nodes. */
class LastSeatsIT {
    private static final int CLIENTS = 120;
    private static final int THREADS = 32;
    private static final Capacity TWENTY = new Capacity(20, 1);

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    @Test
    void exactlyAsManyAsThereAreSeatsGetOne() throws Exception {
        var event = EventId.fresh();
        var nodes = new DynamoDbRegistrations[] {aNode(), aNode()};

        var seated = together(client -> {
            try {
                var wish = registration(event, anAddress(), RegistrationState.HELD);
                nodes[client % 2].add(wish, TWENTY, aLetter("first"), aLetter("again"));
                return true;
            } catch (SoldOut full) {
                return false;
            }
        });

        assertThat(seated).isEqualTo(20);
        assertThat(nodes[0].list(RegistrationQuery.all(event, 200)).items()).hasSize(20);
    }

    @Test
    void oneAddressWantedManyTimesIsOneRegistration() throws Exception {
        var event = EventId.fresh();
        var node = aNode();
        var address = anAddress();

        var firsts = together(client -> node.add(
                        registration(event, address, RegistrationState.HELD),
                        new Capacity(Capacity.UNLIMITED, 1),
                        aLetter("first"),
                        aLetter("again"))
                .first());

        assertThat(firsts).isOne();
        assertThat(node.list(RegistrationQuery.all(event, 200)).items()).hasSize(1);
    }

    /** The control: what a counter is worth that is read first and written without a condition. */
    @Test
    void withoutTheConditionMoreAreSold() throws Exception {
        var event = EventId.fresh();
        var seats = STORE.settings().table("seats");
        new Seats(STORE.client(), seats).lay(event, TWENTY);

        var sold = together(client -> {
            var free = new Seats(STORE.client(), seats).read(event).withRoom();
            if (free.isEmpty()) {
                return false;
            }
            STORE.client()
                    .updateItem(update -> update.tableName(seats)
                            .key(Seats.key(event, free.get().number()))
                            .updateExpression("ADD taken :one")
                            .expressionAttributeValues(Map.of(":one", number(1))));
            return true;
        });

        assertThat(sold).isGreaterThan(20);
    }

    private interface Client {
        boolean gets(int client) throws Exception;
    }

    private static long together(Client client) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CountDownLatch(1);
            var wishes = new ArrayList<Future<Boolean>>();
            for (var number = 0; number < CLIENTS; number++) {
                var which = number;
                Callable<Boolean> wish = () -> {
                    start.await();
                    return client.gets(which);
                };
                wishes.add(threads.submit(wish));
            }
            start.countDown();
            var got = 0;
            for (var wish : wishes) {
                got += wish.get() ? 1 : 0;
            }
            return got;
        } finally {
            threads.shutdownNow();
        }
    }

    private static DynamoDbRegistrations aNode() {
        var signatures = new Signatures(new Secret(new byte[32]));
        var seal = new Seal(signatures);
        return new DynamoDbRegistrations(
                STORE.client(), STORE.settings(), new OutboxItems(STORE.settings(), seal), seal, signatures);
    }
}
