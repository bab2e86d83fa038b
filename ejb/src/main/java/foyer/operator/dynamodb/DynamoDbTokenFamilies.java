package foyer.operator.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.operator.OperatorId;
import foyer.operator.TokenFamilies;
import foyer.operator.TokenFamily;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

@ApplicationScoped
class DynamoDbTokenFamilies implements TokenFamilies {
    @Produces
    static final TableDefinition TABLE =
            TableDefinition.of("refreshTokens", KeyAttribute.text("familyId")).expiringAt("expiresAt");

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Override
    public void start(TokenFamily family) {
        var item = Map.of(
                "familyId", text(family.id()),
                "operatorId", text(family.operator().value()),
                "goodHash", text(family.goodHash()),
                "startedAt", number(family.startedAt().toEpochMilli()),
                "expiresAt", number(family.expiresAt().getEpochSecond()));
        client.putItem(put -> put.tableName(table()).item(item));
    }

    @Override
    public Optional<TokenFamily> find(String id) {
        var answer = client.getItem(get -> get.tableName(table()).key(key(id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(family(answer.item())) : Optional.empty();
    }

    @Override
    public boolean rotate(String id, String oldHash, String newHash) {
        try {
            client.updateItem(update -> update.tableName(table())
                    .key(key(id))
                    .updateExpression("SET #good = :new")
                    .conditionExpression("#good = :old")
                    .expressionAttributeNames(Map.of("#good", "goodHash"))
                    .expressionAttributeValues(Map.of(":old", text(oldHash), ":new", text(newHash)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            // The new hash is known to this call alone: where it stands, an earlier attempt of this call got through.
            return refused.hasItem() && newHash.equals(new StoredItem(refused.item()).text("goodHash"));
        }
    }

    @Override
    public void end(String id) {
        client.deleteItem(delete -> delete.tableName(table()).key(key(id)));
    }

    private static TokenFamily family(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new TokenFamily(
                item.text("familyId"),
                new OperatorId(item.text("operatorId")),
                item.text("goodHash"),
                item.instant("startedAt"),
                Instant.ofEpochSecond(item.number("expiresAt")));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("familyId", text(id));
    }

    private String table() {
        return settings.table(TABLE.name());
    }
}
