package foyer.media.dynamodb;

import foyer.media.Broadcasts;
import foyer.shared.Seal;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The table of broadcasts, and their keeper. */
@ApplicationScoped
class BroadcastsTable {
    static final String DUE = "dueLane-dueAt-index";
    static final TableDefinition DEFINITION = TableDefinition.of("broadcasts", KeyAttribute.text("eventId"))
            .indexed(DUE, KeyAttribute.text("dueLane"), KeyAttribute.number("dueAt"));

    @Produces
    @Singleton
    TableDefinition definition() {
        return DEFINITION;
    }

    @Produces
    @Singleton
    Broadcasts broadcasts(StoreClient client, StoreSettings settings, Seal seal, OutboxItems outbox) {
        return new DynamoDbBroadcasts(client, settings, new BroadcastItems(seal), outbox);
    }
}
