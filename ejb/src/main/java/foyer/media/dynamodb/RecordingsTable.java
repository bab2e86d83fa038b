package foyer.media.dynamodb;

import foyer.media.Recordings;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The table of recordings, and their keeper. */
@ApplicationScoped
class RecordingsTable {
    static final String DUE = "dueLane-dueAt-index";
    static final TableDefinition DEFINITION = TableDefinition.of("recordings", KeyAttribute.text("eventId"))
            .sortedBy(KeyAttribute.text("recordingId"))
            .indexed(DUE, KeyAttribute.text("dueLane"), KeyAttribute.number("dueAt"));

    @Produces
    @Singleton
    TableDefinition definition() {
        return DEFINITION;
    }

    @Produces
    @Singleton
    Recordings recordings(StoreClient client, StoreSettings settings) {
        return new DynamoDbRecordings(client, settings);
    }
}
