package foyer.token.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import foyer.token.KeyRing;
import foyer.token.KeyRings;
import foyer.token.KeySafe;
import foyer.token.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** One item holds the whole ring, so that its version alone decides whose successor counts. */
@ApplicationScoped
class DynamoDbKeyRings implements KeyRings {
    private static final AttributeValue RING = text("operators");
    static final Map<String, AttributeValue> KEY = Map.of("ringId", RING);

    @Produces
    static final TableDefinition TABLE = TableDefinition.of("signingKeys", KeyAttribute.text("ringId"));

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Inject
    KeySafe safe;

    @Override
    public KeyRing current() {
        var answer = client.getItem(get -> get.tableName(table()).key(KEY).consistentRead(true));
        return answer.hasItem() ? ring(answer.item()) : KeyRing.EMPTY;
    }

    @Override
    public boolean succeed(KeyRing next) {
        var keys = AttributeValue.fromL(next.keys().stream().map(this::sealed).toList());
        var item = Map.of("ringId", RING, "version", number(next.version()), "keys", keys);
        try {
            client.putItem(put -> put.tableName(table())
                    .item(item)
                    .conditionExpression("#version = :before OR (attribute_not_exists(#version) AND :before = :none)")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(Map.of(":before", number(next.version() - 1), ":none", number(0)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            // No two seals are alike: where ours stand, an earlier attempt of this call got through.
            return refused.hasItem() && refused.item().equals(item);
        }
    }

    private AttributeValue sealed(SigningKey key) {
        return AttributeValue.fromM(Map.of(
                "keyId", text(key.id()),
                "signsFrom", number(key.signsFrom().toEpochMilli()),
                "sealed", text(safe.seal(key))));
    }

    private KeyRing ring(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var keys = item.groups("keys").stream()
                .map(key -> safe.open(key.text("keyId"), key.instant("signsFrom"), key.text("sealed")))
                .toList();
        return new KeyRing(item.number("version"), keys);
    }

    private String table() {
        return settings.table(TABLE.name());
    }
}
