package foyer.registration.dynamodb;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.registration.SomeRegistering.anApplication;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationQuery;
import foyer.registration.RegistrationState;
import foyer.registration.SoldOut;
import foyer.registration.SomeRegistering;
import foyer.shared.Crowd;
import foyer.shared.SettableClock;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many at once want the last seats, through two nodes. */
class LastSeatsIT {
    private static final int CLIENTS = 500;
    /** Each waits until those before have claimed the address or given it up. */
    private static final int OF_ONE_ADDRESS = 120;

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

        var seated = seatedOf(event, nodes);

        assertThat(seated).isEqualTo(20);
        assertThat(nodes[0].list(RegistrationQuery.all(event, 200)).items()).hasSize(20);
    }

    @Test
    void whoComesTooLateWritesNothingAndLooksTogetherWithOthers() throws Exception {
        var event = EventId.fresh();
        // However long it takes, it is a moment ago that somebody was refused.
        var node = SomeNodes.aNode(STORE, new SettableClock());
        assertThat(seatedOf(event, node, node)).isEqualTo(20);
        STORE.forgetCalls();
        STORE.delay("Query", Duration.ofMillis(20));

        assertThat(seatedOf(event, node, node)).isZero();

        assertThat(STORE.writes()).isZero();
        assertThat(STORE.calls()).hasSizeLessThan(CLIENTS / 2);
    }

    /** They have it, and may not have heard so. */
    @Test
    void whoTookTheLastSeatAndCallsAgainIsNotRefused() {
        var node = aNode();
        var two = new Capacity(2, 1);
        var event = EventId.fresh();
        node.add(registration(event, anAddress(), RegistrationState.HELD), two, aLetter("first"), aLetter("again"));
        var last = registration(event, anAddress(), RegistrationState.HELD);
        assertThat(node.add(last, two, aLetter("first"), aLetter("again")).first())
                .isTrue();

        assertThat(node.add(last, two, aLetter("first"), aLetter("again")).first())
                .isTrue();
    }

    /** The same, and others were refused since, so that nobody's address is looked at any more. */
    @Test
    void norIsWhoRepeatsTheCallAfterOthersWereRefused() {
        var node = SomeNodes.aNode(STORE, new SettableClock());
        var registering = SomeRegistering.on(node, new SettableClock());
        var submission = aSubmissionWith("authType", "email");
        submission.put("capacity", 1L);
        var event = aPublishedEventOf(submission);
        var last = anApplication(RegistrationId.fresh(), false, anAddress(), false);
        assertThat(registering.register(event, last).first()).isTrue();
        for (var other = 0; other < 3; other++) {
            var late = anApplication(RegistrationId.fresh(), other > 0, anAddress(), false);
            assertThatThrownBy(() -> registering.register(event, late)).isInstanceOf(SoldOut.class);
        }
        STORE.forgetCalls();

        var again = registering.register(event, anApplication(last.id(), true, last.email(), false));

        assertThat(again.first()).isTrue();
        assertThat(again.submitted().id()).isEqualTo(last.id());
        assertThat(STORE.writes()).isZero();
        assertThat(STORE.calls()).as("one read more than who is refused").hasSize(2);
    }

    @Test
    void oneAddressWantedManyTimesIsOneRegistration() throws Exception {
        var event = EventId.fresh();
        var nodes = new DynamoDbRegistrations[] {aNode(), aNode()};
        var address = anAddress();

        var firsts = Crowd.of(
                OF_ONE_ADDRESS,
                client -> nodes[client % 2]
                        .add(
                                registration(event, address, RegistrationState.HELD),
                                new Capacity(Capacity.UNLIMITED, 1),
                                aLetter("first"),
                                aLetter("again"))
                        .first());

        assertThat(firsts).isOne();
        assertThat(nodes[0].list(RegistrationQuery.all(event, 200)).items()).hasSize(1);
    }

    /** The control: the same, with the one condition taken out that a seat is taken under. */
    @Test
    void withoutTheConditionMoreAreSold() throws Exception {
        var event = EventId.fresh();
        var nodes = new DynamoDbRegistrations[] {aNode(), aNode()};
        STORE.takeAway("taken < #limit", "attribute_exists(#limit)");

        var seated = seatedOf(event, nodes);

        assertThat(seated).isGreaterThan(20);
        assertThat(nodes[0].list(RegistrationQuery.all(event, 200)).items()).hasSizeGreaterThan(20);
    }

    private static long seatedOf(EventId event, DynamoDbRegistrations... nodes) throws Exception {
        return Crowd.of(CLIENTS, client -> {
            try {
                var wish = registration(event, anAddress(), RegistrationState.HELD);
                nodes[client % 2].add(wish, TWENTY, aLetter("first"), aLetter("again"));
                return true;
            } catch (SoldOut full) {
                return false;
            }
        });
    }

    private static DynamoDbRegistrations aNode() {
        return SomeNodes.aNode(STORE);
    }
}
