package foyer.event.dynamodb;

import foyer.event.Event;
import foyer.event.EventQuery;
import foyer.shared.Page;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.ListPosition;
import foyer.shared.dynamodb.StoreClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads the catalogue newest first, as often as it takes to fill a page: DynamoDB counts its limit before it filters. What
 * the store filters by is coarse, what counts is what the event says of itself. One event more than makes a page is read, to
 * know whether there is a next one.
 */
final class EventListing {
    private static final ListPosition POSITION = new ListPosition("catalogue", "createdAt", "eventId");
    private static final int LEAST_FILTERED = 100;

    private final StoreClient dynamoDb;
    private final String table;
    private final EventItems items;

    EventListing(StoreClient dynamoDb, String table, EventItems items) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.items = items;
    }

    Page<Event> list(EventQuery query, Instant now) {
        var wanted = new ArrayList<Event>();
        var from = POSITION.start(EventItems.CATALOGUE, query.position());
        do {
            var answer = dynamoDb.query(request(query, now, from));
            answer.items().stream()
                    .map(items::event)
                    .filter(event -> query.wants(event, now))
                    .forEach(wanted::add);
            from = next(answer);
        } while (from != null && query.fitting(wanted) == wanted.size());
        return page(wanted, query.fitting(wanted));
    }

    private static Page<Event> page(List<Event> wanted, int fitting) {
        if (wanted.size() == fitting) {
            return new Page<>(wanted, null);
        }
        var last = wanted.get(fitting - 1);
        return new Page<>(
                wanted.subList(0, fitting),
                ListPosition.of(last.createdAt(), last.id().value()));
    }

    private QueryRequest request(EventQuery query, Instant now, @Nullable Map<String, AttributeValue> from) {
        var values = new HashMap<>(Map.of(":all", Items.text(EventItems.CATALOGUE)));
        var request = QueryRequest.builder()
                .tableName(table)
                .indexName(EventsTable.CATALOGUE_INDEX)
                .keyConditionExpression("catalogue = :all")
                .scanIndexForward(false)
                .exclusiveStartKey(from)
                .limit(query.state() == null ? query.limit() + 1 : Math.max(LEAST_FILTERED, query.limit() + 1));
        if (query.state() != null) {
            var filter = StateFilter.of(query.state(), now);
            values.putAll(filter.values());
            request.filterExpression(filter.expression()).expressionAttributeNames(StateFilter.NAMES);
        }
        return request.expressionAttributeValues(values).build();
    }

    private static @Nullable Map<String, AttributeValue> next(QueryResponse answer) {
        return answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
    }
}
