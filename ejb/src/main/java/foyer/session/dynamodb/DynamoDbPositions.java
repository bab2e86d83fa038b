package foyer.session.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.session.Position;
import foyer.session.Positions;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where viewers were, in DynamoDB, for some weeks. */
@ApplicationScoped
class DynamoDbPositions implements Positions {
    static final TableDefinition TABLE =
            TableDefinition.of("positions", KeyAttribute.text("viewer")).expiringAt("keptUntil");
    private static final Duration REMEMBERED = Duration.ofDays(60);

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Inject
    Batches batches;

    @Produces
    static TableDefinition table() {
        return TABLE;
    }

    @Override
    public Optional<Position> find(String viewer) {
        var found = client.getItem(get -> get.tableName(tableName()).key(Map.of("viewer", text(viewer))));
        return found.hasItem() ? Optional.of(position(found.item())) : Optional.empty();
    }

    @Override
    public void keep(Collection<Position> positions) {
        batches.put(tableName(), positions.stream().map(DynamoDbPositions::item).toList());
    }

    private String tableName() {
        return settings.table(TABLE.name());
    }

    private static Map<String, AttributeValue> item(Position position) {
        return Map.of(
                "viewer", text(position.viewer()),
                "eventId", text(position.eventId().value()),
                "position", number(position.at().toMillis()),
                "lastSeen", number(position.seenAt().toEpochMilli()),
                "keptUntil", number(position.seenAt().plus(REMEMBERED).getEpochSecond()));
    }

    private static Position position(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Position(
                item.text("viewer"),
                new EventId(item.text("eventId")),
                Duration.ofMillis(item.number("position")),
                item.instant("lastSeen"));
    }
}
