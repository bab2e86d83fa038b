package foyer.shared.dynamodb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter needs its table to be; it contributes this as a CDI bean, and {@link PreparingTables} sees to it.
 *
 * @param name without the deployment's prefix
 * @param sortKey null when an item has its partition key alone
 * @param expiring the TTL attribute in epoch seconds; null when items stay
 */
public record TableDefinition(
        String name,
        KeyAttribute partitionKey,
        @Nullable KeyAttribute sortKey,
        List<Index> indexes,
        @Nullable String expiring) {

    /** A global secondary index; it holds all attributes. */
    public record Index(
            String name,
            KeyAttribute partitionKey,
            @Nullable KeyAttribute sortKey) {}

    /** An attribute that is part of a key, so of one type in all items. */
    public record KeyAttribute(String name, KeyAttributeType type) {
        public static KeyAttribute text(String name) {
            return new KeyAttribute(name, KeyAttributeType.TEXT);
        }

        public static KeyAttribute number(String name) {
            return new KeyAttribute(name, KeyAttributeType.NUMBER);
        }
    }

    /** The types a key may have here. */
    public enum KeyAttributeType {
        TEXT,
        NUMBER
    }

    public TableDefinition {
        indexes = List.copyOf(indexes);
    }

    public static TableDefinition of(String name, KeyAttribute partitionKey) {
        return new TableDefinition(name, partitionKey, null, List.of(), null);
    }

    public TableDefinition sortedBy(KeyAttribute attribute) {
        return new TableDefinition(name, partitionKey, attribute, indexes, expiring);
    }

    public TableDefinition indexed(String index, KeyAttribute by, KeyAttribute sorted) {
        var more = new ArrayList<>(indexes);
        more.add(new Index(index, by, sorted));
        return new TableDefinition(name, partitionKey, sortKey, more, expiring);
    }

    public TableDefinition expiringAt(String attribute) {
        return new TableDefinition(name, partitionKey, sortKey, indexes, attribute);
    }
}
