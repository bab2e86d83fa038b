package foyer.shared.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Compares a table with what an adapter needs; what it has beyond that does not matter. */
final class TableCheck {
    private final StoreClient client;
    private final StoreSettings settings;

    TableCheck(StoreClient client, StoreSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    static Optional<TableDescription> described(StoreClient client, String name) {
        try {
            return Optional.of(
                    client.describeTable(asked -> asked.tableName(name)).table());
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        }
    }

    static TimeToLiveStatus expiry(StoreClient client, String name) {
        return client.describeTimeToLive(asked -> asked.tableName(name))
                .timeToLiveDescription()
                .timeToLiveStatus();
    }

    /** A sentence for everything that is not as needed. */
    List<String> findings(TableDefinition wanted) {
        var name = settings.table(wanted.name());
        var table = described(client, name);
        if (table.isEmpty()) {
            return List.of("Table " + name + " is missing (foyer.store.create-tables=true would create it).");
        }
        var findings = new ArrayList<String>();
        if (!usable(table.get())) {
            findings.add("is " + table.get().tableStatusAsString());
        }
        var types = types(table.get());
        keys("key", Keys.schema(wanted), wanted, table.get().keySchema(), types).ifPresent(findings::add);
        wanted.indexes()
                .forEach(index -> index(index, wanted, table.get(), types).ifPresent(findings::add));
        expiry(wanted, name).ifPresent(findings::add);
        return findings.stream()
                .map(finding -> "Table " + name + " does not fit: it " + finding + ".")
                .toList();
    }

    private static boolean usable(TableDescription table) {
        return table.tableStatus() == TableStatus.ACTIVE || table.tableStatus() == TableStatus.UPDATING;
    }

    private static Optional<String> index(
            TableDefinition.Index index,
            TableDefinition wanted,
            TableDescription table,
            Map<String, ScalarAttributeType> types) {
        var found = table.globalSecondaryIndexes().stream()
                .filter(candidate -> candidate.indexName().equals(index.name()))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.of("has no index " + index.name());
        }
        if (found.get().indexStatus() == IndexStatus.CREATING || found.get().indexStatus() == IndexStatus.DELETING) {
            return Optional.of(
                    "has an index " + index.name() + " that is " + found.get().indexStatusAsString());
        }
        return keys(
                "index " + index.name(), Keys.schema(index), wanted, found.get().keySchema(), types);
    }

    private static Optional<String> keys(
            String what,
            List<KeySchemaElement> needed,
            TableDefinition wanted,
            List<KeySchemaElement> found,
            Map<String, ScalarAttributeType> types) {
        var before = shown(found, types);
        var after = shown(needed, types(Keys.attributes(wanted)));
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("has the " + what + " " + before + " and not " + after);
    }

    private Optional<String> expiry(TableDefinition wanted, String name) {
        if (wanted.expiring() == null) {
            return Optional.empty();
        }
        var expiry = client.describeTimeToLive(asked -> asked.tableName(name)).timeToLiveDescription();
        var on = expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || expiry.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        return on && Objects.equals(expiry.attributeName(), wanted.expiring())
                ? Optional.empty()
                : Optional.of("does not expire items by the attribute " + wanted.expiring());
    }

    private static Map<String, ScalarAttributeType> types(TableDescription table) {
        return types(table.attributeDefinitions());
    }

    private static Map<String, ScalarAttributeType> types(List<AttributeDefinition> attributes) {
        var types = new HashMap<String, ScalarAttributeType>();
        attributes.forEach(attribute -> types.put(attribute.attributeName(), attribute.attributeType()));
        return types;
    }

    private static String shown(List<KeySchemaElement> keys, Map<String, ScalarAttributeType> types) {
        return keys.stream()
                .map(key -> key.attributeName() + " (" + key.keyTypeAsString() + ", " + types.get(key.attributeName())
                        + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
