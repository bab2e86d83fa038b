package foyer.media.dynamodb;

import static foyer.media.SomeRecordings.PATIENCE;
import static foyer.media.SomeRecordings.aSubmittedOne;
import static foyer.media.SomeRecordings.anUpload;
import static foyer.media.SomeRecordings.anUploadTo;
import static foyer.shared.SettableClock.NOON;
import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.media.Broadcasts;
import foyer.media.Recordings;
import foyer.media.RecordingsContract;
import foyer.media.SomeRecordings;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local store fails each of these tests that scans. */
class DynamoDbRecordingsIT implements RecordingsContract {
    @RegisterExtension
    static final LocalStore STORE =
            LocalStore.with(RecordingsTable.DEFINITION, BroadcastsTable.DEFINITION, OutboxItems.DEFINITION);

    @Override
    public Recordings recordings() {
        return new DynamoDbRecordings(STORE.client(), STORE.settings());
    }

    @Override
    public Broadcasts broadcasts() {
        var seal = new Seal(new Signatures(new Secret(new byte[32])));
        return new DynamoDbBroadcasts(
                STORE.client(), STORE.settings(), new BroadcastItems(seal), new OutboxItems(STORE.settings(), seal));
    }

    @Test
    void anUploadWhoseAnswerWasLostIsThere() {
        var begun = anUpload();
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        recordings().add(begun);

        assertThat(recordings().find(begun.event(), begun.id())).contains(begun);
    }

    @Test
    void whoseAnswerWasLostHasTakenItUp() {
        var submitted = aSubmittedOne();
        recordings().add(submitted);
        var taken = SomeRecordings.takenUp(submitted);
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        recordings().replace(submitted, taken);

        assertThat(recordings().find(submitted.event(), submitted.id())).contains(taken);
    }

    @Test
    void oneThatCannotBeReadKeepsBackNoOther() {
        var event = EventId.fresh();
        var unreadable = anUploadTo(event, NOON);
        var other = anUploadTo(event, NOON.plusSeconds(1));
        var recordings = recordings();
        recordings.add(unreadable);
        recordings.add(other);
        var item = new HashMap<>(RecordingItems.item(unreadable, "a write"));
        item.put("state", text("WHAT_A_LATER_VERSION_DOES"));
        item.put("dueAt", RecordingItems.moment(Instant.EPOCH));
        STORE.client().putItem(put -> put.tableName(table()).item(item));

        assertThat(recordings.of(event)).containsExactly(other);
        assertThat(recordings.due(NOON.plus(PATIENCE).plusSeconds(1), 1_000)).contains(other);
        assertThat(recordings.due(NOON.plus(PATIENCE).plusSeconds(1), 1)).hasSize(1);

        recordings.remove(unreadable);
    }

    private static String table() {
        return STORE.settings().table(RecordingsTable.DEFINITION.name());
    }
}
