package foyer.operator.dynamodb;

import static foyer.shared.dynamodb.Items.text;

import foyer.operator.Operator;
import foyer.operator.OperatorId;
import foyer.operator.Operators;
import foyer.shared.EmailAddress;
import foyer.shared.Page;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ApplicationScoped
class DynamoDbOperators implements Operators {
    private static final String INDEX = "listed-emailKey-index";
    private static final int TRIES = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(80);

    @Produces
    static final TableDefinition TABLE = TableDefinition.of("operators", KeyAttribute.text("operatorId"))
            .indexed(INDEX, KeyAttribute.text("listed"), KeyAttribute.text("emailKey"));

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Override
    public Optional<Operator> find(OperatorId id) {
        return item(OperatorItems.key(id)).map(OperatorItems::operator);
    }

    @Override
    public Optional<Operator> find(EmailAddress email) {
        return item(OperatorItems.claimKey(email)).map(OperatorItems::holder).flatMap(this::find);
    }

    @Override
    public void add(Operator operator) {
        write(new OperatorWrite(table()).add(operator));
    }

    @Override
    public void replace(Operator before, Operator after) {
        write(new OperatorWrite(table()).replace(before, after));
    }

    @Override
    public void remove(Operator operator) {
        write(new OperatorWrite(table()).remove(operator));
    }

    // One more than asked for tells whether there is more.
    @Override
    public Page<Operator> page(int limit, @Nullable String position) {
        var values = new HashMap<String, AttributeValue>(Map.of(":listed", text(OperatorItems.LISTED)));
        if (position != null) {
            values.put(":position", text(position));
        }
        var condition = position == null ? "#listed = :listed" : "#listed = :listed AND #emailKey > :position";
        var names =
                position == null ? Map.of("#listed", "listed") : Map.of("#listed", "listed", "#emailKey", "emailKey");
        var found = client
                .query(query -> query.tableName(table())
                        .indexName(INDEX)
                        .keyConditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .limit(limit + 1))
                .items()
                .stream()
                .map(OperatorItems::operator)
                .toList();
        return found.size() <= limit ? new Page<>(found, null) : part(found.subList(0, limit));
    }

    private static Page<Operator> part(List<Operator> operators) {
        return new Page<>(operators, operators.get(operators.size() - 1).email().key());
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        var answer = client.getItem(get -> get.tableName(table()).key(key).consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    // Two changes at once cancel each other over the item that counts the admins: neither was refused, so try again.
    private void write(OperatorWrite write) {
        for (var tries = 0; tries < TRIES; tries++) {
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(write.items()));
                return;
            } catch (TransactionCanceledException cancelled) {
                if (!StoreFailures.worthRepeating(cancelled)) {
                    throw write.refusal(cancelled);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            }
        }
        throw new Unavailable("Many change operators at present. Please try again.", Duration.ofSeconds(1));
    }

    private String table() {
        return settings.table(TABLE.name());
    }
}
