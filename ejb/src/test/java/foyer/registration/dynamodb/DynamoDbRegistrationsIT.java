package foyer.registration.dynamodb;

import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.KeepingRegistrations;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.Registrations;
import foyer.registration.RegistrationsContract;
import foyer.registration.SeatsContract;
import foyer.registration.SoldOut;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreCall;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbRegistrationsIT implements RegistrationsContract, SeatsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    private static final Signatures SIGNATURES = new Signatures(new Secret(new byte[32]));

    @Override
    public Registrations registrations() {
        var seal = new Seal(SIGNATURES);
        return new DynamoDbRegistrations(
                STORE.client(),
                STORE.settings(),
                new OutboxItems(STORE.settings(), seal),
                seal,
                SIGNATURES,
                Clock.systemUTC());
    }

    @Test
    void aSecondRegistrationMakesTheCallsOfAFirstOne() {
        var event = EventId.fresh();
        add(held(event, anAddress()), PLENTY);
        var known = anAddress();

        var first = callsOf(held(event, known), PLENTY);
        var second = callsOf(held(event, known), PLENTY);

        // Nothing is read before it is written.
        assertThat(second)
                .isEqualTo(first)
                .allMatch(StoreCall::writes)
                .map(StoreCall::operation)
                .contains("UpdateItem", "TransactWriteItems");
    }

    @Test
    void aSecondRegistrationAtAFullEventMakesTheCallsOfAFirstOne() {
        var event = EventId.fresh();
        var one = new Capacity(1, 1);
        var known = anAddress();
        add(held(event, known), one);

        var first = callsOf(held(event, anAddress()), one);
        var second = callsOf(held(event, known), one);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatIsAskedOfAnAddressMakesTheCallsOfAStrangersToo() {
        var ada = held(EventId.fresh(), anAddress());
        add(ada, PLENTY);

        var known = callsOf(() -> askedFor(ada.event(), ada.email(), ada));
        var unknown = callsOf(() -> askedFor(ada.event(), anAddress(), held(ada.event(), anAddress())));

        assertThat(unknown).isEqualTo(known).map(StoreCall::operation).contains("GetItem", "TransactWriteItems");
    }

    @Test
    void transactionsThatMetOthersAreTriedAgain() {
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 5);
        var ada = held(EventId.fresh(), anAddress());

        add(ada, TWO);

        assertThat(registrations().find(ada.id())).contains(ada);
    }

    @Test
    void anAnswerThatWasLostIsNoSecondSeat() {
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);
        var event = EventId.fresh();

        add(held(event, anAddress()), TWO);

        add(held(event, anAddress()), TWO);
        assertThatThrownBy(() -> add(held(event, anAddress()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    void whoDoesNotKnowWhetherItWorkedTriesAgainWithTheSameId() {
        var event = EventId.fresh();
        add(held(event, anAddress()), TWO);
        var ada = held(event, anAddress());
        STORE.fail(Fault.AFTER, "TransactWriteItems", 1);
        assertThatThrownBy(() -> add(ada, TWO)).isInstanceOf(Unavailable.class);

        assertThat(registrations()
                        .add(ada, TWO, aLetter("first"), aLetter("again"))
                        .first())
                .isTrue();

        assertThatThrownBy(() -> add(held(event, anAddress()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    void aThrottledStoreIsNeverSoldOut() {
        STORE.fail(Fault.THROTTLE, "TransactWriteItems", 1_000);

        assertThatThrownBy(() -> add(held(EventId.fresh(), anAddress()), TWO)).isInstanceOf(Unavailable.class);
    }

    @Test
    void ofAChangeThatIsRefusedNothingIsToldAndOfOneThatIsMadeWhatItTells() {
        var event = EventId.fresh();
        var ada = held(event, anAddress());
        assertThat(toldBy((first, again) -> registrations().add(ada, TWO, first, again)))
                .containsExactly(true, false);
        var receipt = held(event, ada.email());
        assertThat(toldBy((first, again) -> registrations().add(receipt, TWO, first, again)))
                .containsExactly(false, true);
        add(held(event, anAddress()), TWO);
        assertThat(toldBy((first, again) -> registrations().add(held(event, anAddress()), TWO, first, again)))
                .as("sold out")
                .containsExactly(false, false);
        var waiting = registration(event, anAddress(), RegistrationState.WAITING);
        add(waiting, TWO);
        var offered = KeepingRegistrations.offered(waiting);
        assertThat(toldBy((first, again) -> registrations().seat(waiting, offered, TWO, first, again)))
                .as("nothing to offer")
                .containsExactly(false, false);

        assertThat(toldBy((first, again) -> registrations().replace(ada, ada.cancel(NOON), first, again)))
                .containsExactly(true, true);
        assertThat(toldBy((first, again) -> registrations().replace(ada, ada.prove(false, NOON), first, again)))
                .as("changed meanwhile")
                .containsExactly(false, false);
        assertThat(toldBy((first, again) -> registrations().seat(waiting, offered, TWO, first, again)))
                .containsExactly(true, true);
    }

    @Test
    void neitherAnswersNorAddressesAreLegibleWhereTheyNeedNotBe() {
        var ada = held(EventId.fresh(), anAddress());
        add(ada, TWO);

        var item = STORE.client()
                .getItem(get ->
                        get.tableName(STORE.settings().table("registrations")).key(RegistrationItems.key(ada.id())))
                .item();

        assertThat(String.valueOf(item.get("userData"))).doesNotContain("Ada");
    }

    /** As a code is asked for: whoever has the address is written back with a letter, or else somebody who is nobody. */
    private void askedFor(EventId event, EmailAddress email, Registration nobody) {
        var before = registrations().ownerOf(event, email).orElse(nobody);
        var after = before.with(before.credentials(), before.updatedAt().plusSeconds(1));
        registrations().replace(before, after, aLetter("code"));
    }

    /** Which of two letters that a change brings along are in the outbox after it. */
    private static List<Boolean> toldBy(BiConsumer<Outgoing, Outgoing> change) {
        var letters = List.of(aLetter("first"), aLetter("again"));
        try {
            change.accept(letters.get(0), letters.get(1));
        } catch (SoldOut | VersionConflict refused) {
            // Nothing of it is there.
        }
        return letters.stream().map(DynamoDbRegistrationsIT::isInOutbox).toList();
    }

    private static boolean isInOutbox(Outgoing letter) {
        return STORE.client()
                .getItem(get -> get.tableName(STORE.settings().table(OutboxItems.TABLE))
                        .key(Map.of("outgoingId", text(letter.id())))
                        .consistentRead(true))
                .hasItem();
    }

    private List<StoreCall> callsOf(Registration registration, Capacity capacity) {
        return callsOf(() -> registrations().add(registration, capacity, aLetter("first"), aLetter("again")));
    }

    private static List<StoreCall> callsOf(Runnable asking) {
        STORE.forgetCalls();
        try {
            asking.run();
        } catch (SoldOut | VersionConflict refused) {
            // The same calls, too.
        }
        return STORE.calls();
    }

    private static Registration held(EventId event, EmailAddress email) {
        return registration(event, email, RegistrationState.HELD);
    }
}
