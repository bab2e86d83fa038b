package foyer.registration.dynamodb;

import static foyer.registration.RegistrationState.CONFIRMED;
import static foyer.registration.RegistrationState.HELD;
import static foyer.registration.RegistrationState.WAITING;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        var seated = added(SEATS, CONFIRMED);
        var waiting = added(SEATS, WAITING);
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
        assertThat(those(HELD)).hasSize(LEAVING);
        assertThat(those(CONFIRMED)).hasSize(SEATS - LEAVING);
        assertThat(offered(nodes[1], waiting) + (isSold(nodes[1]) ? 1 : 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "4, 6"})
    void howEverManyComeAndGoWhileTheCapacityChangesTheNewOneHolds(int before, int after) throws Exception {
        var older = new Capacity(before, 1);
        var newer = new Capacity(after, 2);
        var seated = Stream.generate(() -> add(nodes[0], CONFIRMED, older))
                .limit(before)
                .toList();

        Crowd.of(CROWD, client -> {
            var node = nodes[client % 2];
            if (client < LEAVING) {
                node.replace(seated.get(client), seated.get(client).cancel(NOON));
            } else {
                // Half of them on a node that has not heard of the change.
                isSold(node, client % 4 < 2 ? older : newer);
            }
            return true;
        });

        assertThat(all()).hasSizeLessThanOrEqualTo(Math.max(before, after));
        // Who has a seat beyond a lowered capacity keeps it; once those have gone it is sold out exactly.
        isSold(nodes[0], newer);
        all().stream().skip(after - 1).forEach(one -> nodes[1].replace(one, one.cancel(NOON)));
        for (var node : nodes) {
            isSold(node, newer);
            assertThat(isSold(node, newer)).isFalse();
            assertThat(isSold(node, older)).isFalse();
            assertThat(all()).hasSize(after);
        }
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
        return isSold(node, SIX);
    }

    private boolean isSold(DynamoDbRegistrations node, Capacity capacity) {
        try {
            add(node, HELD, capacity);
            return true;
        } catch (SoldOut full) {
            return false;
        }
    }

    private List<Registration> added(int many, RegistrationState state) {
        return Stream.generate(() -> add(nodes[0], state, SIX)).limit(many).toList();
    }

    private Registration add(DynamoDbRegistrations node, RegistrationState state, Capacity capacity) {
        var wish = registration(event, anAddress(), state);
        node.add(wish, capacity, aLetter("first"), aLetter("again"));
        return wish;
    }

    /** All who have a seat. */
    private List<Registration> all() {
        return Stream.of(HELD, CONFIRMED)
                .flatMap(state -> those(state).stream())
                .toList();
    }

    private List<Registration> those(RegistrationState state) {
        return nodes[0].list(
                        RegistrationQuery.all(event, RegistrationQuery.MOST).in(state))
                .items();
    }
}
