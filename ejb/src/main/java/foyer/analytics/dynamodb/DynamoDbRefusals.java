package foyer.analytics.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.analytics.Refusals;
import foyer.analytics.RefusedOrigins;
import foyer.event.EventId;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Whose pages were refused to show events, an item for each event beside its counts. */
@ApplicationScoped
class DynamoDbRefusals implements Refusals {
    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Override
    public RefusedOrigins of(EventId event) {
        var found = client.getItem(
                get -> get.tableName(tableName()).consistentRead(true).key(key(event)));
        return found.hasItem() ? refused(event, new StoredItem(found.item())) : RefusedOrigins.none(event);
    }

    @Override
    public boolean replace(RefusedOrigins before, RefusedOrigins after) {
        try {
            client.putItem(put -> {
                put.tableName(tableName()).item(item(after));
                if (before.version() == 0) {
                    put.conditionExpression("attribute_not_exists(part)");
                } else {
                    put.conditionExpression("version = :before")
                            .expressionAttributeValues(Map.of(":before", number(before.version())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        }
    }

    private String tableName() {
        return settings.table(DynamoDbTallies.TABLE.name());
    }

    private static Map<String, AttributeValue> key(EventId event) {
        return Map.of("part", text("refused/" + event.value()), "row", number(0));
    }

    private static Map<String, AttributeValue> item(RefusedOrigins refused) {
        var last = refused.seen().values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        var item = new HashMap<>(key(refused.event()));
        item.put(
                "origins",
                AttributeValue.fromL(refused.seen().entrySet().stream()
                        .map(one -> AttributeValue.fromM(Map.of(
                                "origin",
                                text(one.getKey()),
                                "seenAt",
                                number(one.getValue().toEpochMilli()))))
                        .toList()));
        item.put("version", number(refused.version()));
        item.put("keptUntil", number(last.plus(RefusedOrigins.KEPT).getEpochSecond()));
        return item;
    }

    private static RefusedOrigins refused(EventId event, StoredItem item) {
        var seen = new HashMap<String, Instant>();
        item.groups("origins").forEach(one -> seen.put(one.text("origin"), one.instant("seenAt")));
        return new RefusedOrigins(event, seen, item.number("version"));
    }
}
