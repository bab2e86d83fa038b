package foyer.event.dynamodb;

import foyer.event.Events;
import foyer.event.HouseRules;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The table of events, and their keeper. All events share one partition of the index: it takes a thousand changes a
 * second, and operators make few. Those with a number at Vimeo are in an index of their own.
 */
@ApplicationScoped
class EventsTable {
    static final String NAME = "events";
    static final String CATALOGUE_INDEX = "catalogue-createdAt-index";
    static final String VIMEO_INDEX = "vimeoId-createdAt-index";
    static final TableDefinition DEFINITION = TableDefinition.of(NAME, KeyAttribute.text("eventId"))
            .indexed(CATALOGUE_INDEX, KeyAttribute.text("catalogue"), KeyAttribute.number("createdAt"))
            .indexed(VIMEO_INDEX, KeyAttribute.text("vimeoId"), KeyAttribute.number("createdAt"));

    @Produces
    @Singleton
    TableDefinition definition() {
        return DEFINITION;
    }

    @Produces
    @Singleton
    Events events(StoreClient dynamoDb, StoreSettings settings, HouseRules house, OutboxItems outbox) {
        return new DynamoDbEvents(dynamoDb, settings, house, outbox);
    }
}
