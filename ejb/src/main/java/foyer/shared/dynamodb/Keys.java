package foyer.shared.dynamodb;

import foyer.shared.dynamodb.TableDefinition.Index;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import foyer.shared.dynamodb.TableDefinition.KeyAttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Writes a definition's keys in DynamoDB's words. */
final class Keys {
    private Keys() {}

    static List<KeySchemaElement> schema(TableDefinition table) {
        return schema(table.partitionKey(), table.sortKey());
    }

    static List<KeySchemaElement> schema(Index index) {
        return schema(index.partitionKey(), index.sortKey());
    }

    /** Of the table and its indexes, each once. */
    static List<AttributeDefinition> attributes(TableDefinition table) {
        var own = Stream.of(table.partitionKey(), table.sortKey());
        var indexed = table.indexes().stream().flatMap(index -> Stream.of(index.partitionKey(), index.sortKey()));
        return Stream.concat(own, indexed)
                .flatMap(Stream::ofNullable)
                .distinct()
                .map(key -> AttributeDefinition.builder()
                        .attributeName(key.name())
                        .attributeType(scalar(key.type()))
                        .build())
                .toList();
    }

    private static List<KeySchemaElement> schema(KeyAttribute partitionKey, @Nullable KeyAttribute sortKey) {
        var schema = new ArrayList<KeySchemaElement>();
        schema.add(element(partitionKey, KeyType.HASH));
        if (sortKey != null) {
            schema.add(element(sortKey, KeyType.RANGE));
        }
        return schema;
    }

    private static KeySchemaElement element(KeyAttribute key, KeyType type) {
        return KeySchemaElement.builder()
                .attributeName(key.name())
                .keyType(type)
                .build();
    }

    private static ScalarAttributeType scalar(KeyAttributeType type) {
        return switch (type) {
            case TEXT -> ScalarAttributeType.S;
            case NUMBER -> ScalarAttributeType.N;
        };
    }
}
