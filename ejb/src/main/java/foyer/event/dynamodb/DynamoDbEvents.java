package foyer.event.dynamodb;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventQuery;
import foyer.event.Events;
import foyer.event.HouseRules;
import foyer.event.VimeoId;
import foyer.shared.Alongside;
import foyer.shared.Fields;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Attempts;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Events in DynamoDB, an item each; the condition on the version is the lock. */
final class DynamoDbEvents implements Events {
    private static final int MOST_AT_A_NUMBER = 10;

    private final StoreClient dynamoDb;
    private final String table;
    private final EventItems items;
    private final OutboxItems outbox;

    DynamoDbEvents(StoreClient dynamoDb, StoreSettings settings, HouseRules house, OutboxItems outbox) {
        this.dynamoDb = dynamoDb;
        this.table = settings.table(EventsTable.NAME);
        this.items = new EventItems(house);
        this.outbox = outbox;
    }

    @Override
    public Optional<Event> find(EventId id) {
        var answer = dynamoDb.getItem(get -> get.tableName(table)
                .key(Map.of("eventId", Items.text(id.value())))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(items.event(answer.item())) : Optional.empty();
    }

    @Override
    public void add(Event event) {
        var put = put(event, Ids.fresh()).conditionExpression("attribute_not_exists(eventId)");
        write(put.build(), there -> items.event(there).equals(event));
    }

    @Override
    public void replace(Event before, Event after, Alongside alongside, Outgoing... news) {
        var write = Ids.fresh();
        var put = put(after, write)
                .conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":before", Items.number(before.version())));
        var others = StoredAlongside.in(alongside);
        if (news.length == 0 && others.isEmpty()) {
            write(put.build(), there -> Items.text(write).equals(there.get("writtenBy")));
        } else {
            write(put.build(), others, List.of(news));
        }
    }

    @Override
    public List<EventId> atVimeo(VimeoId number) {
        var answer = dynamoDb.query(query -> query.tableName(table)
                .indexName(EventsTable.VIMEO_INDEX)
                .keyConditionExpression("vimeoId = :number")
                .expressionAttributeValues(Map.of(":number", Items.text(number.digits())))
                .projectionExpression("eventId")
                .scanIndexForward(false)
                .limit(MOST_AT_A_NUMBER));
        return answer.items().stream()
                .map(item -> Fields.of(Items.tree(item)).text("eventId").orElseThrow())
                .map(EventId::new)
                .toList();
    }

    @Override
    public Page<Event> list(EventQuery query, Instant now) {
        return new EventListing(dynamoDb, table, items).list(query, now);
    }

    private PutItemRequest.Builder put(Event event, String writtenBy) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(items.item(event, writtenBy))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    // The SDK marks a transaction, so that one whose answer was lost passes again.
    private void write(PutItemRequest put, List<StoredAlongside> others, List<Outgoing> news) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .put(change -> change.tableName(put.tableName())
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeNames(put.expressionAttributeNames())
                        .expressionAttributeValues(put.expressionAttributeValues()))
                .build());
        var place = writes.size();
        others.forEach(other -> writes.add(other.item()));
        var first = writes.size();
        news.forEach(one -> writes.add(outbox.write(one)));
        new Attempts().write(dynamoDb, writes).ifPresent(refused -> {
            if (StoreFailures.conditionFailed(refused, 0)) {
                throw new VersionConflict("event");
            }
            StoredAlongside.refuse(others, refused, place);
            var untold = OutboxItems.untold(news, refused, first);
            if (untold.size() == news.size()) {
                throw new VersionConflict("event");
            }
            write(put, others, untold);
        });
    }

    // The SDK repeats a write whose answer was lost, and then meets its own work.
    private void write(PutItemRequest put, Predicate<Map<String, AttributeValue>> ours) {
        try {
            dynamoDb.putItem(put);
        } catch (ConditionalCheckFailedException refused) {
            if (!refused.hasItem() || !ours.test(refused.item())) {
                throw new VersionConflict("event");
            }
        }
    }
}
