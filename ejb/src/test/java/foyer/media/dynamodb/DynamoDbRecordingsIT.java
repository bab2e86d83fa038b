package foyer.media.dynamodb;

import static foyer.media.SomeRecordings.aSubmittedOne;
import static foyer.media.SomeRecordings.anUpload;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Recordings;
import foyer.media.RecordingsContract;
import foyer.media.SomeRecordings;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local store fails each of these tests that scans. */
class DynamoDbRecordingsIT implements RecordingsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(RecordingsTable.DEFINITION);

    @Override
    public Recordings recordings() {
        return new DynamoDbRecordings(STORE.client(), STORE.settings());
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
}
