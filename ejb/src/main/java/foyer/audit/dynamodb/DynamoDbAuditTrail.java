package foyer.audit.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrail;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.ListPosition;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import foyer.shared.dynamodb.StoredItem;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The audit trail in DynamoDB, an item an entry. */
final class DynamoDbAuditTrail implements AuditTrail {
    // One partition of the index lists them all: people write them, who do so a few times a second at the most.
    private static final String ALL = "all";

    private final StoreClient client;
    private final String table;

    DynamoDbAuditTrail(StoreClient client, StoreSettings settings) {
        this.client = client;
        this.table = settings.table(AuditTable.DEFINITION.name());
    }

    @Override
    public Alongside entering(AuditEntry entry) {
        var item = TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item(entry)).conditionExpression("attribute_not_exists(entryId)"))
                .build();
        return new StoredAlongside(item, () -> new VersionConflict("entry"));
    }

    @Override
    public Page<AuditEntry> list(int limit, @Nullable String position) {
        return page(AuditTable.LISTED, "listed", ALL, limit, position);
    }

    @Override
    public Page<AuditEntry> ofEvent(String event, int limit, @Nullable String position) {
        return page(AuditTable.BY_EVENT, "eventId", event, limit, position);
    }

    // One more than asked for is read, to know whether there is a next part. None is near the megabyte that ends one
    // in the store.
    private Page<AuditEntry> page(String index, String attribute, String value, int limit, @Nullable String position) {
        var start = new ListPosition(attribute, "recordedAt", "entryId").start(value, position);
        var answer = client.query(query -> query.tableName(table)
                .indexName(index)
                .keyConditionExpression(attribute + " = :value")
                .expressionAttributeValues(Map.of(":value", text(value)))
                .exclusiveStartKey(start)
                .scanIndexForward(false)
                .limit(limit + 1));
        var found = answer.items().stream().map(DynamoDbAuditTrail::entry).toList();
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), ListPosition.of(last.at(), last.id()));
    }

    private static Map<String, AttributeValue> item(AuditEntry entry) {
        var item = new HashMap<String, AttributeValue>();
        item.put("entryId", text(entry.id()));
        item.put("listed", text(ALL));
        item.put("act", text(entry.act().name()));
        item.put("subject", text(entry.subject()));
        if (entry.event() != null) {
            item.put("eventId", text(entry.event()));
        }
        if (entry.sum() != null) {
            item.put("amount", number(entry.sum().minorUnits()));
            item.put("currency", text(entry.sum().currency().getCurrencyCode()));
        }
        if (entry.percent() != null) {
            item.put("percent", number(entry.percent()));
        }
        item.put("operatorId", text(entry.by()));
        item.put("recordedAt", number(entry.at().toEpochMilli()));
        item.put("requestId", text(entry.request()));
        return item;
    }

    private static AuditEntry entry(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var amount = item.numberIfThere("amount");
        // What an older node wrote of a voucher does not say.
        var percent = item.numberIfThere("percent");
        return new AuditEntry(
                item.text("entryId"),
                new Act(item.text("act")),
                item.text("subject"),
                item.textIfThere("eventId"),
                amount == null ? null : new Money(amount, Currency.getInstance(item.text("currency"))),
                percent == null ? null : percent.intValue(),
                item.text("operatorId"),
                item.instant("recordedAt"),
                item.text("requestId"));
    }
}
