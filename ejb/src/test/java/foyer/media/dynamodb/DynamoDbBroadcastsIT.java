package foyer.media.dynamodb;

import static foyer.media.SomeBroadcasts.aBroadcast;
import static foyer.media.SomeBroadcasts.aCall;
import static foyer.media.SomeBroadcasts.aCalledOne;
import static foyer.media.SomeBroadcasts.startedAt;
import static foyer.shared.SettableClock.NOON;
import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.Broadcasts;
import foyer.media.BroadcastsContract;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The local store fails each of these tests that scans. */
class DynamoDbBroadcastsIT implements BroadcastsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(BroadcastsTable.DEFINITION, OutboxItems.DEFINITION);

    @Override
    public Broadcasts broadcasts() {
        return broadcasts(new byte[32]);
    }

    @Test
    void oneWhoseAnswerWasLostIsThere() {
        var broadcast = aBroadcast();
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        broadcasts().add(broadcast);

        assertThat(broadcasts().find(broadcast.event())).contains(broadcast);
    }

    @Test
    void theStoreAloneDoesNotGiveTheStreamKeyAway() {
        var broadcast = aBroadcast();
        broadcasts().add(broadcast);

        var otherSecret = new byte[32];
        otherSecret[0] = 1;
        var read = broadcasts(otherSecret).find(broadcast.event()).orElseThrow();

        assertThat(read.id()).isEqualTo(broadcast.id());
        assertThat(read.streamKey()).isNotEqualTo(broadcast.streamKey());
        assertThat(item(broadcast.event()).toString())
                .doesNotContain(broadcast.streamKey().value());
    }

    @Test
    void norWhomAnEncoderLetsIn() {
        var broadcast = aCalledOne(aCall(2));
        broadcasts().add(broadcast);

        assertThat(item(broadcast.event()).toString()).doesNotContain("stage/0", "203.0.113.22", "secretsmanager");
    }

    @Test
    void oneThatCannotBeReadKeepsBackNoOther() {
        var unreadable = aBroadcast();
        var other = aBroadcast();
        var broadcasts = broadcasts();
        broadcasts.add(unreadable);
        broadcasts.add(other);
        var item = new HashMap<>(item(unreadable.event()));
        item.put("wanted", text("WHAT_A_LATER_VERSION_WANTS"));
        item.put("dueAt", BroadcastItems.moment(Instant.EPOCH));
        STORE.client().putItem(put -> put.tableName(table()).item(item));

        assertThat(broadcasts.due(NOON, 100)).contains(other);
        assertThat(broadcasts.due(NOON, 1)).hasSize(1);

        STORE.client().deleteItem(delete -> delete.tableName(table()).key(BroadcastItems.key(unreadable.event())));
    }

    @Test
    void whatIsToldOfAChangeIsKeptWithItAndOnce() {
        var before = aBroadcast();
        broadcasts().add(before);
        var after = startedAt(before, NOON);
        var fact = new Outgoing("costAlert-" + before.id().value(), "letter", Map.of("kind", "costAlert"), NOON);

        broadcasts().replace(before, after, fact);
        assertThatThrownBy(() -> broadcasts().replace(before, after, fact)).isInstanceOf(VersionConflict.class);
        broadcasts().replace(after, before, fact);

        assertThat(broadcasts().find(before.event())).contains(before);
        assertThat(STORE.client()
                        .getItem(get -> get.tableName(STORE.settings().table(OutboxItems.TABLE))
                                .key(Map.of("outgoingId", text(fact.id()))))
                        .hasItem())
                .isTrue();
    }

    private static Map<String, AttributeValue> item(EventId event) {
        return STORE.client()
                .getItem(get -> get.tableName(table()).key(BroadcastItems.key(event)))
                .item();
    }

    private static String table() {
        return STORE.settings().table(BroadcastsTable.DEFINITION.name());
    }

    private static Broadcasts broadcasts(byte[] secret) {
        var seal = new Seal(new Signatures(new Secret(secret)));
        return new DynamoDbBroadcasts(
                STORE.client(), STORE.settings(), new BroadcastItems(seal), new OutboxItems(STORE.settings(), seal));
    }
}
