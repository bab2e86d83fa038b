package foyer.audit.dynamodb;

import foyer.audit.AuditTrail;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The table of who moved money, and its keeper. Nothing in it ever expires. */
@ApplicationScoped
class AuditTable {
    static final String LISTED = "listed-recordedAt-index";
    static final String BY_EVENT = "eventId-recordedAt-index";

    static final TableDefinition DEFINITION = TableDefinition.of("audit", KeyAttribute.text("entryId"))
            .indexed(LISTED, KeyAttribute.text("listed"), KeyAttribute.number("recordedAt"))
            .indexed(BY_EVENT, KeyAttribute.text("eventId"), KeyAttribute.number("recordedAt"));

    @Produces
    @Singleton
    static TableDefinition table() {
        return DEFINITION;
    }

    @Produces
    @Singleton
    static AuditTrail trail(StoreClient client, StoreSettings settings) {
        return new DynamoDbAuditTrail(client, settings);
    }
}
