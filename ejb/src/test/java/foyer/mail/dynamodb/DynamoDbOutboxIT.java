package foyer.mail.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.mail.Outbox;
import foyer.mail.OutboxContract;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbOutboxIT implements OutboxContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(OutboxItems.DEFINITION);

    @Override
    public Outbox outbox() {
        var outbox = new DynamoDbOutbox();
        outbox.client = STORE.client();
        outbox.settings = STORE.settings();
        outbox.items = items((byte) 0);
        return outbox;
    }

    @Test
    void whatWasSealedUnderAnotherSecretIsGivenUpAndStopsNobody() {
        var kind = Ids.fresh();
        var outgoing = new Outgoing(Ids.fresh(), kind, Map.of(), NOON);
        write(outgoing, (byte) 1);

        assertThat(outbox().claim(due(kind, NOON).get(0), LATER)).isEmpty();

        assertThat(due(kind, KEPT)).isEmpty();
        assertThat(outbox().buried(Set.of(kind), 10, null).items())
                .singleElement()
                .satisfies(dead -> assertThat(dead.trouble()).isPresent());
    }

    @Test
    void whatIsToldKeepsItsIdAndNothingOfAPerson() {
        var kind = Ids.fresh();
        var outgoing = new Outgoing(Ids.fresh(), kind, Map.of("to", "ada@example.org"), NOON);
        write(outgoing);
        var claimed = outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow();

        outbox().settle(claimed, KEPT);

        assertThat(stored(outgoing.id()))
                .containsKeys("outgoingId", "keptUntil")
                .doesNotContainKeys("sealedFacts", "lane", "claimId");
    }

    @Test
    void settlingWhoseAnswerWasLostIsSettled() {
        var kind = Ids.fresh();
        var outgoing = new Outgoing(Ids.fresh(), kind, Map.of(), NOON);
        write(outgoing);
        var claimed = outbox().claim(due(kind, NOON).get(0), LATER).orElseThrow();
        STORE.fail(Fault.ANSWER_LOST, "UpdateItem", 1);

        outbox().settle(claimed, KEPT);

        assertThat(stored(outgoing.id())).doesNotContainKey("lane");
    }

    @Test
    void aClaimWhoseAnswerWasLostIsOurs() {
        var kind = Ids.fresh();
        write(new Outgoing(Ids.fresh(), kind, Map.of(), NOON));
        STORE.fail(Fault.ANSWER_LOST, "UpdateItem", 1);

        assertThat(outbox().claim(due(kind, NOON).get(0), LATER)).isPresent();
    }

    private static void write(Outgoing outgoing, byte secret) {
        STORE.client()
                .transactWriteItems(transaction ->
                        transaction.transactItems(List.of(items(secret).write(outgoing))));
    }

    private static Map<String, AttributeValue> stored(String id) {
        return STORE.client()
                .getItem(get -> get.tableName(STORE.settings().table(OutboxItems.TABLE))
                        .key(Map.of("outgoingId", Items.text(id)))
                        .consistentRead(true))
                .item();
    }

    private static OutboxItems items(byte secret) {
        var bytes = new byte[32];
        Arrays.fill(bytes, secret);
        return new OutboxItems(STORE.settings(), new Seal(new Signatures(new Secret(bytes))));
    }
}
