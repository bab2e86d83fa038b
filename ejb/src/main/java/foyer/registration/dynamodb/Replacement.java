package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;

import foyer.registration.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes what changed of a registration and leaves alone what only the store knows of it. */
final class Replacement {
    private Replacement() {}

    /** @param shard where its seat is, if that is new; null: as it was */
    static TransactWriteItem of(
            String table, RegistrationItems items, Registration before, Registration after, @Nullable Integer shard) {
        var wanted = new HashMap<>(items.item(after));
        if (shard != null) {
            wanted.put(DynamoDbRegistrations.SHARD, number(shard));
        }
        var key = RegistrationItems.key(after.id());
        wanted.keySet().removeAll(key.keySet());
        var names = new HashMap<String, String>(Map.of("#version", "version"));
        var values = new HashMap<String, AttributeValue>(Map.of(":before", number(before.version())));
        var sets = new ArrayList<String>();
        wanted.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
            sets.add("#" + name + " = :" + name);
        });
        var removes = new ArrayList<String>();
        for (var name : List.copyOf(items.item(before).keySet())) {
            if (!wanted.containsKey(name) && !key.containsKey(name)) {
                names.put("#" + name, name);
                removes.add("#" + name);
            }
        }
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key)
                        .updateExpression("SET " + String.join(", ", sets)
                                + (removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes)))
                        .conditionExpression("#version = :before")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }
}
