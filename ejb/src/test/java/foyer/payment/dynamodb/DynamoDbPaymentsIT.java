package foyer.payment.dynamodb;

import static foyer.registration.SomeRegistrations.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.ledger.PaymentsContract;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.AlongsideInStore;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The local store fails each of these tests that scans. */
class DynamoDbPaymentsIT implements PaymentsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(PaymentTables.PAYMENTS, OutboxItems.DEFINITION);

    @Override
    public Payments payments() {
        var seal = new Seal(new Signatures(new Secret(new byte[32])));
        return new DynamoDbPayments(STORE.client(), STORE.settings(), new OutboxItems(STORE.settings(), seal));
    }

    @Override
    public void write(Alongside change) {
        AlongsideInStore.write(STORE.client(), change);
    }

    @Override
    public boolean isTold(Outgoing fact) {
        return STORE.client()
                .getItem(get -> get.tableName(STORE.settings().table(OutboxItems.TABLE))
                        .key(Map.of("outgoingId", Items.text(fact.id()))))
                .hasItem();
    }

    @Test
    void aChangeWhoseAnswerWasLostIsNoConflict() {
        var before = added(anIntent());
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);

        payments().replace(before, opened(before), Alongside.nothing(), aLetter("receipt"));

        assertThat(payments().find(before.id())).contains(opened(before));
    }

    @Test
    void aCallWhoseAnswerWasLostWasHeard() {
        var payment = added(notDue());
        STORE.fail(Fault.ANSWER_LOST, "UpdateItem", 1);

        assertThat(payments().call(payment.id(), LATER)).isTrue();

        assertThat(payments().find(payment.id()).flatMap(Payment::next)).contains(LATER);
    }

    @Test
    void whoDoesNotKnowWhetherItWorkedFindsOutByLooking() {
        var before = added(anIntent());
        var letter = aLetter("receipt");
        STORE.fail(Fault.AFTER, "TransactWriteItems", 1);
        assertThatThrownBy(() -> payments().replace(before, opened(before), Alongside.nothing(), letter))
                .isInstanceOf(Unavailable.class);

        assertThatThrownBy(() -> payments().replace(before, opened(before), Alongside.nothing(), letter))
                .isInstanceOf(VersionConflict.class);

        assertThat(payments().find(before.id())).contains(opened(before));
        assertThat(isTold(letter)).isTrue();
    }

    @Test
    void aChangeThatMetOthersIsTriedAgain() {
        var before = added(anIntent());
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 5);

        payments().replace(before, opened(before), Alongside.nothing());

        assertThat(payments().find(before.id())).contains(opened(before));
    }

    @Test
    void aCallThatMetATransactionIsTriedAgain() {
        var payment = added(notDue());
        STORE.fail(Fault.CONFLICT, "UpdateItem", 2);

        assertThat(payments().call(payment.id(), LATER)).isTrue();
    }

    @Test
    void aCallThatMeetsTooManyIsForLater() {
        var payment = added(notDue());
        STORE.fail(Fault.CONFLICT, "UpdateItem", 1_000);

        assertThatThrownBy(() -> payments().call(payment.id(), LATER)).isInstanceOf(Unavailable.class);

        assertThat(payments().find(payment.id())).contains(payment);
    }

    @Test
    void aThrottledStoreIsNoConflict() {
        var before = added(anIntent());
        STORE.fail(Fault.THROTTLE, "TransactWriteItems", 1_000);

        assertThatThrownBy(() -> payments().replace(before, opened(before), Alongside.nothing()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void whatIsNotDueIsNotInTheIndexOfWhatIs() {
        assertThat(stored(added(anIntent()))).containsKeys("dueLane", "dueAt");
        assertThat(stored(added(notDue()))).doesNotContainKeys("dueLane", "dueAt");
    }

    private static Map<String, AttributeValue> stored(Payment payment) {
        return STORE.client()
                .getItem(get -> get.tableName(STORE.settings().table(PaymentTables.PAYMENTS.name()))
                        .key(PaymentItems.key(payment.id()))
                        .consistentRead(true))
                .item();
    }
}
