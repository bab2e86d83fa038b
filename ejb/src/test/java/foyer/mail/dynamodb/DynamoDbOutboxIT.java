package foyer.mail.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.mail.Outbox;
import foyer.mail.OutboxContract;
import foyer.mail.Waiting;
import foyer.shared.Crowd;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreCall;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbOutboxIT implements OutboxContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(OutboxItems.DEFINITION);

    private static final int HANDFUL = 10;
    private static final int MANY = 60;

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
    void aHandfulThatCannotBeReadWaitsWhereItWaited() {
        var kind = Ids.fresh();
        for (var number = 0; number < 3; number++) {
            write(new Outgoing(Ids.fresh(), kind, Map.of(), NOON));
        }
        var seen = due(kind, NOON);
        STORE.fail(Fault.BEFORE, "BatchGetItem", 1);

        assertThatThrownBy(() -> outbox().claim(seen, LATER)).isInstanceOf(Unavailable.class);

        assertThat(due(kind, NOON)).containsExactlyInAnyOrderElementsOf(seen);
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

    @Test
    void aHandfulIsTakenUpByOneWrite() {
        var seen = aHandful();
        STORE.forgetCalls();

        assertThat(outbox().claim(seen, LATER)).hasSize(HANDFUL);

        assertThat(STORE.calls())
                .extracting(StoreCall::operation)
                .containsExactly("TransactWriteItems", "BatchGetItem");
    }

    @Test
    void aHandfulWhoseAnswerWasLostIsOurs() {
        var seen = aHandful();
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);

        assertThat(outbox().claim(seen, LATER)).hasSize(HANDFUL);
    }

    @Test
    void aHandfulThatMetAnotherIsTakenUpAllTheSame() {
        var seen = aHandful();
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 3);

        assertThat(outbox().claim(seen, LATER)).hasSize(HANDFUL);
    }

    @Test
    void whatWasSealedUnderAnotherSecretStopsNobodyOfItsHandful() {
        var kind = Ids.fresh();
        write(new Outgoing(Ids.fresh(), kind, Map.of("to", "ada@example.org"), NOON));
        write(new Outgoing(Ids.fresh(), kind, Map.of("to", "ada@example.org"), NOON), (byte) 1);
        write(new Outgoing(Ids.fresh(), kind, Map.of("to", "ada@example.org"), NOON));

        assertThat(outbox().claim(due(kind, NOON), LATER)).hasSize(2);

        assertThat(outbox().buried(Set.of(kind), 10, null).items()).hasSize(1);
    }

    @Test
    void whatManyWantAtOnceIsTakenUpOnce() throws Exception {
        var seen = aHandful();

        assertThat(takenUpByMany(seen)).doesNotHaveDuplicates().hasSameSizeAs(seen);
    }

    /** The control: the same, with the one condition taken out that it is taken up under. */
    @Test
    void withoutTheConditionItIsTakenUpOften() throws Exception {
        var seen = aHandful();
        STORE.takeAway("OR claimId = :claim", "OR attribute_exists(dueAt)");

        assertThat(takenUpByMany(seen)).hasSizeGreaterThan(seen.size());
    }

    /** Each wants some of them, never quite the same ones. */
    private List<String> takenUpByMany(List<Waiting> seen) throws Exception {
        var taken = new ConcurrentLinkedQueue<String>();
        Crowd.of(MANY, client -> {
            var from = client % (HANDFUL - 1);
            var wanted = seen.subList(from, Math.min(HANDFUL, from + 4));
            outbox().claim(wanted, LATER)
                    .forEach(claimed -> taken.add(claimed.outgoing().id()));
            return true;
        });
        return List.copyOf(taken);
    }

    private List<Waiting> aHandful() {
        var kind = Ids.fresh();
        for (var one = 0; one < HANDFUL; one++) {
            write(new Outgoing(Ids.fresh(), kind, Map.of("to", "ada@example.org"), NOON));
        }
        return due(kind, NOON);
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
