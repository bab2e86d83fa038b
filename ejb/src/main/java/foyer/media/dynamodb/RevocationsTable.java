package foyer.media.dynamodb;

import foyer.media.edge.Revocations;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The table of what was taken back, and its keeper. */
@ApplicationScoped
class RevocationsTable {
    static final String DUE = "dueLane-dueAt-index";
    static final TableDefinition DEFINITION = TableDefinition.of("revocations", KeyAttribute.text("name"))
            .indexed(DUE, KeyAttribute.text("dueLane"), KeyAttribute.number("dueAt"));

    @Produces
    @Singleton
    TableDefinition definition() {
        return DEFINITION;
    }

    @Produces
    @Singleton
    Revocations revocations(StoreClient client, StoreSettings settings, Batches batches) {
        return new DynamoDbRevocations(client, settings, batches);
    }
}
