package foyer.operator.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.operator.AddressTaken;
import foyer.operator.AlreadyThere;
import foyer.operator.LastAdmin;
import foyer.operator.Operator;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.StoreFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** One change of an operator: all its parts happen or none does, and each says what it means when its condition fails. */
final class OperatorWrite {
    private final String table;
    private final List<TransactWriteItem> items = new ArrayList<>();
    private final List<Supplier<RuntimeException>> refusals = new ArrayList<>();

    OperatorWrite(String table) {
        this.table = table;
    }

    List<TransactWriteItem> items() {
        return items;
    }

    /** What the first failed condition means. */
    RuntimeException refusal(TransactionCanceledException cancelled) {
        for (var place = 0; place < refusals.size(); place++) {
            if (StoreFailures.conditionFailed(cancelled, place)) {
                return refusals.get(place).get();
            }
        }
        return cancelled;
    }

    OperatorWrite add(Operator operator) {
        put(OperatorItems.item(operator), () -> new AlreadyThere(operator.id()));
        return claim(operator).admins(false, operator.actsAsAdmin(), operator);
    }

    OperatorWrite replace(Operator before, Operator after) {
        var put = Put.builder()
                .tableName(table)
                .item(OperatorItems.item(after))
                .conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":before", number(before.version())))
                .build();
        note(TransactWriteItem.builder().put(put).build(), () -> new VersionConflict("operator"));
        if (!before.email().equals(after.email())) {
            claim(after).release(before);
        }
        return admins(before.actsAsAdmin(), after.actsAsAdmin(), after);
    }

    OperatorWrite remove(Operator operator) {
        var delete = Delete.builder()
                .tableName(table)
                .key(OperatorItems.key(operator.id()))
                .conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":before", number(operator.version())))
                .build();
        note(TransactWriteItem.builder().delete(delete).build(), () -> new VersionConflict("operator"));
        return release(operator).admins(operator.actsAsAdmin(), false, operator);
    }

    private OperatorWrite claim(Operator operator) {
        put(OperatorItems.claim(operator), AddressTaken::new);
        return this;
    }

    private OperatorWrite release(Operator operator) {
        var delete = Delete.builder()
                .tableName(table)
                .key(OperatorItems.claimKey(operator.email()))
                .conditionExpression("#holder = :id")
                .expressionAttributeNames(Map.of("#holder", "holder"))
                .expressionAttributeValues(Map.of(":id", text(operator.id().value())))
                .build();
        note(TransactWriteItem.builder().delete(delete).build(), () -> new VersionConflict("operator"));
        return this;
    }

    private OperatorWrite admins(boolean before, boolean after, Operator operator) {
        if (before == after) {
            return this;
        }
        var update = Update.builder()
                .tableName(table)
                .key(OperatorItems.adminsKey())
                .expressionAttributeNames(Map.of("#holders", "holders"))
                .expressionAttributeValues(after ? Map.of(":id", only(operator)) : forTheLast(operator));
        update.updateExpression((after ? "ADD" : "DELETE") + " #holders :id");
        if (!after) {
            update.conditionExpression("size(#holders) > :one");
        }
        note(TransactWriteItem.builder().update(update.build()).build(), LastAdmin::new);
        return this;
    }

    private void put(Map<String, AttributeValue> item, Supplier<RuntimeException> refusal) {
        var put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#id)")
                .expressionAttributeNames(Map.of("#id", "operatorId"))
                .build();
        note(TransactWriteItem.builder().put(put).build(), refusal);
    }

    private void note(TransactWriteItem item, Supplier<RuntimeException> refusal) {
        items.add(item);
        refusals.add(refusal);
    }

    private static Map<String, AttributeValue> forTheLast(Operator operator) {
        return Map.of(":id", only(operator), ":one", number(1));
    }

    private static AttributeValue only(Operator operator) {
        return AttributeValue.fromSs(List.of(operator.id().value()));
    }
}
