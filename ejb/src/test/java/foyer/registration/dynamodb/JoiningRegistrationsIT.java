package foyer.registration.dynamodb;

import static foyer.registration.KeepingRegistrations.confirmedAt;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.registration.AddressTaken;
import foyer.registration.AlongsideContract;
import foyer.registration.Capacity;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationQuery;
import foyer.registration.RegistrationState;
import foyer.registration.Registrations;
import foyer.registration.ReturningContract;
import foyer.registration.SoldOut;
import foyer.registration.SomeRegistrations;
import foyer.shared.Alongside;
import foyer.shared.Crowd;
import foyer.shared.Ids;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoredAlongside;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What payments ask of registrations: changes that go along, and seats for those whose hold is over. */
class JoiningRegistrationsIT implements AlongsideContract, ReturningContract {
    private static final TableDefinition NOTES = TableDefinition.of("notes", KeyAttribute.text("note"));

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            NOTES,
            OutboxItems.DEFINITION);

    @Override
    public Registrations registrations() {
        return SomeNodes.aNode(STORE);
    }

    @Override
    public Alongside noting(String note) {
        var item = TransactWriteItem.builder()
                .put(put -> put.tableName(notes()).item(key(note)).conditionExpression("attribute_not_exists(note)"))
                .build();
        return new StoredAlongside(item, () -> new IllegalStateException("Noted twice"));
    }

    @Override
    public Alongside refusing(RuntimeException why) {
        var item = TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(notes()).key(key(Ids.fresh())).conditionExpression("attribute_exists(note)"))
                .build();
        return new StoredAlongside(item, () -> why);
    }

    @Override
    public boolean isNoted(String note) {
        return STORE.client()
                .getItem(get -> get.tableName(notes()).key(key(note)))
                .hasItem();
    }

    @Test
    void whatMetOthersIsTriedAgainWithAllThatGoesAlong() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        var note = Ids.fresh();
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 5);

        registrations().replace(ada, ada.cancel(NOON), noting(note), aLetter("gone"));

        assertThat(isNoted(note)).isTrue();
    }

    @Test
    void whatWasToldBeforeKeepsNothingBackThatGoesAlong() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        var told = aLetter("receipt");
        var next = ada.with(ada.credentials().withWrongCode(NOON), NOON);
        registrations().replace(ada, next, told);
        var note = Ids.fresh();

        registrations().replace(next, next.cancel(NOON), noting(note), told, aLetter("gone"));

        assertThat(isNoted(note)).isTrue();
    }

    @Test
    void anAnswerThatWasLostIsNoConflict() {
        var ada = added(confirmedAt(EventId.fresh()), TWO);
        var note = Ids.fresh();
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);

        registrations().replace(ada, ada.cancel(NOON), noting(note), aLetter("gone"));

        assertThat(registrations().find(ada.id())).contains(ada.cancel(NOON));
        assertThat(isNoted(note)).isTrue();
    }

    @Test
    void whoDoesNotKnowWhetherTheyReturnedHasOneSeat() {
        var ada = expired(EventId.fresh(), TWO);
        STORE.fail(Fault.AFTER, "TransactWriteItems", 1);
        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOf(Unavailable.class);

        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOf(VersionConflict.class);

        assertThat(registrations().find(ada.id())).contains(ReturningContract.paid(ada));
        added(confirmedAt(ada.event()), TWO);
        assertThatThrownBy(() -> add(confirmedAt(ada.event()), TWO)).isInstanceOf(SoldOut.class);
    }

    @Test
    void whoseAddressIsJustBeingClaimedDoesNotReturn() {
        var ada = expired(EventId.fresh(), TWO);
        var anew = anew(ada);
        assertThat(claims().claim(anew)).isEmpty();

        assertThatThrownBy(() -> returned(ada, TWO)).isInstanceOf(AddressTaken.class);

        added(anew, TWO);
    }

    @Test
    void aClaimThatNobodyMadeUseOfKeepsNoAddress() {
        var ada = expired(EventId.fresh(), TWO);
        var forgotten = registration(ada.event(), ada.email(), RegistrationState.HELD);
        assertThat(claims().claim(forgotten)).isEmpty();

        var back = returned(ada, TWO);

        assertThat(registrations().ownerOf(ada.event(), ada.email())).contains(back);
        assertThat(add(forgotten, TWO).first()).isFalse();
    }

    @Test
    void whoReturnsAndWhoIsNewShareTheLastSeats() throws Exception {
        var seven = new Capacity(7, 1);
        var event = EventId.fresh();
        var returning = Stream.generate(() -> expired(event, seven)).limit(30).toList();

        var seated = Crowd.of(60, client -> {
            try {
                if (client % 2 == 0) {
                    returned(returning.get(client / 2), seven);
                } else {
                    added(confirmedAt(event), seven);
                }
                return true;
            } catch (SoldOut full) {
                return false;
            }
        });

        assertThat(seated).isEqualTo(7);
        assertThat(registrations()
                        .list(RegistrationQuery.all(event, RegistrationQuery.MOST)
                                .in(RegistrationState.CONFIRMED))
                        .items())
                .hasSize(7);
    }

    @Test
    void ofManyWhoReturnByOneAddressOneDoes() throws Exception {
        var event = EventId.fresh();
        var ada = expired(event, PLENTY);
        var second = added(anew(ada), PLENTY);
        var over = second.cancel(LATE);
        registrations().replace(second, over);

        var returned = Crowd.of(20, client -> {
            try {
                returned(client % 2 == 0 ? ada : over, PLENTY);
                return true;
            } catch (AddressTaken | VersionConflict fasterOnes) {
                return false;
            }
        });

        assertThat(returned).isOne();
    }

    private static Registration anew(Registration over) {
        return SomeRegistrations.registration(
                over.event(), over.email(), RegistrationState.HELD, PaymentStatus.NOT_REQUIRED, LATE);
    }

    private static AddressClaims claims() {
        return new AddressClaims(
                STORE.client(),
                STORE.settings().table(RegistrationTables.ADDRESSES.name()),
                new Signatures(new Secret(new byte[32])));
    }

    private static String notes() {
        return STORE.settings().table(NOTES.name());
    }

    private static Map<String, AttributeValue> key(String note) {
        return Map.of("note", Items.text(note));
    }
}
