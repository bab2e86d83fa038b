package foyer.registration.dynamodb;

import static foyer.registration.SomeRegistrations.HALF_AN_HOUR;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.Registration;
import foyer.registration.RegistrationQuery;
import foyer.registration.RegistrationState;
import foyer.registration.SoldOut;
import foyer.shared.Crowd;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Seats are given back while others register and two nodes offer them to those who wait, all at once. */
class FreedSeatsIT {
    private static final int SEATS = 6;
    private static final int LEAVING = 4;
    private static final int CROWD = 60;
    private static final Capacity SIX = new Capacity(SEATS, 1);

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    private final DynamoDbRegistrations[] nodes = {SomeNodes.aNode(STORE), SomeNodes.aNode(STORE)};
    private final EventId event = EventId.fresh();

    @Test
    void eachFreedSeatIsOfferedOnceAndNobodyWhoDidNotWaitGetsIt() throws Exception {
        var seated = added(SEATS, RegistrationState.CONFIRMED);
        var waiting = added(SEATS, RegistrationState.WAITING);
        var sold = new AtomicInteger();
        var offers = new AtomicInteger();

        Crowd.of(CROWD, client -> {
            var node = nodes[client % 2];
            if (client < LEAVING) {
                node.replace(seated.get(client), seated.get(client).cancel(NOON));
            } else if (client % 3 == 0) {
                offers.addAndGet(offered(node, waiting));
            } else if (isSold(node)) {
                sold.incrementAndGet();
            }
            return true;
        });
        // What was given back after the last one looked, the timer's next round offers.
        offers.addAndGet(offered(nodes[0], waiting));

        assertThat(sold).hasValue(0);
        assertThat(offers).hasValue(LEAVING);
        assertThat(those(RegistrationState.HELD)).hasSize(LEAVING);
        assertThat(those(RegistrationState.CONFIRMED)).hasSize(SEATS - LEAVING);
        assertThat(offered(nodes[1], waiting) + (isSold(nodes[1]) ? 1 : 0)).isZero();
    }

    /** How many of them this node gave a seat, as the timer does. */
    private static int offered(DynamoDbRegistrations node, List<Registration> waiting) {
        var offers = 0;
        for (var one : waiting) {
            var opening = one.credentials().withLink("offered");
            try {
                node.seat(one, one.offer(NOON.plus(HALF_AN_HOUR), opening, NOON), SIX, aLetter("offer"));
                offers++;
            } catch (VersionConflict otherNode) {
                // The other node was faster.
            } catch (SoldOut none) {
                return offers;
            }
        }
        return offers;
    }

    private boolean isSold(DynamoDbRegistrations node) {
        try {
            add(node, RegistrationState.HELD);
            return true;
        } catch (SoldOut full) {
            return false;
        }
    }

    private List<Registration> added(int many, RegistrationState state) {
        return Stream.generate(() -> add(nodes[0], state)).limit(many).toList();
    }

    private Registration add(DynamoDbRegistrations node, RegistrationState state) {
        var wish = registration(event, anAddress(), state);
        node.add(wish, SIX, aLetter("first"), aLetter("again"));
        return wish;
    }

    private List<Registration> those(RegistrationState state) {
        return nodes[0].list(
                        RegistrationQuery.all(event, RegistrationQuery.MOST).in(state))
                .items();
    }
}
