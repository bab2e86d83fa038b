package foyer.traffic.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.numberOf;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.textOf;

import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import foyer.traffic.Answers;
import foyer.traffic.KeptRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Answers in DynamoDB. Each condition also lets its own write pass again, for the SDK repeats a call whose answer was lost. */
@ApplicationScoped
class DynamoDbAnswers implements Answers {
    static final TableDefinition TABLE =
            TableDefinition.of("answers", KeyAttribute.text("requestId")).expiringAt("expiresAt");

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Produces
    static TableDefinition table() {
        return TABLE;
    }

    // TTL is lazy, so what is over is checked here.
    @Override
    public KeptRequest claim(KeptRequest wanted, Instant now) {
        try {
            client.putItem(put -> put.tableName(tableName())
                    .item(item(wanted))
                    .conditionExpression("attribute_not_exists(requestId) OR keptUntil <= :now OR claimId = :claim")
                    .expressionAttributeValues(
                            Map.of(":now", number(now.toEpochMilli()), ":claim", text(wanted.claimId())))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return wanted;
        } catch (ConditionalCheckFailedException there) {
            return request(there.item());
        }
    }

    @Override
    public boolean replace(KeptRequest before, KeptRequest after) {
        try {
            client.putItem(put -> put.tableName(tableName())
                    .item(item(after))
                    .conditionExpression("(claimId = :claimBefore AND leaseUntil = :leaseBefore AND " + answer(before)
                            + ") OR (claimId = :claimAfter AND leaseUntil = :leaseAfter AND " + answer(after) + ")")
                    .expressionAttributeValues(Map.of(
                            ":claimBefore", text(before.claimId()),
                            ":leaseBefore", number(before.leaseUntil().toEpochMilli()),
                            ":claimAfter", text(after.claimId()),
                            ":leaseAfter", number(after.leaseUntil().toEpochMilli()))));
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        }
    }

    @Override
    public void release(KeptRequest claim) {
        try {
            client.deleteItem(delete -> delete.tableName(tableName())
                    .key(Map.of("requestId", text(claim.id())))
                    .conditionExpression("attribute_not_exists(requestId) OR claimId = :claim")
                    .expressionAttributeValues(Map.of(":claim", text(claim.claimId()))));
        } catch (ConditionalCheckFailedException takenOver) {
            // It is somebody else's now, who sees to it.
        }
    }

    private String tableName() {
        return settings.table(TABLE.name());
    }

    private static String answer(KeptRequest request) {
        return request.sealedAnswer().isPresent() ? "attribute_exists(answer)" : "attribute_not_exists(answer)";
    }

    static Map<String, AttributeValue> item(KeptRequest request) {
        var item = new HashMap<String, AttributeValue>();
        item.put("requestId", text(request.id()));
        item.put("fingerprint", text(request.fingerprint()));
        item.put("freshId", text(request.freshId()));
        item.put("claimId", text(request.claimId()));
        item.put("leaseUntil", number(request.leaseUntil().toEpochMilli()));
        item.put("keptUntil", number(request.keptUntil().toEpochMilli()));
        item.put("expiresAt", number(request.keptUntil().getEpochSecond()));
        request.sealedAnswer().ifPresent(answer -> item.put("answer", text(answer)));
        return item;
    }

    private static KeptRequest request(Map<String, AttributeValue> item) {
        var answer = item.get("answer");
        return new KeptRequest(
                textOf(item, "requestId"),
                textOf(item, "fingerprint"),
                textOf(item, "freshId"),
                textOf(item, "claimId"),
                Instant.ofEpochMilli(numberOf(item, "leaseUntil")),
                Instant.ofEpochMilli(numberOf(item, "keptUntil")),
                answer == null ? null : answer.s());
    }
}
