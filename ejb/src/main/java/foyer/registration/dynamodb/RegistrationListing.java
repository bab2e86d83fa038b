package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.registration.Registration;
import foyer.registration.RegistrationQuery;
import foyer.shared.Page;
import foyer.shared.dynamodb.ListPosition;
import foyer.shared.dynamodb.StoreClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads an event's registrations newest first, as often as it takes to fill a page: DynamoDB counts its limit before it
 * filters. One more than asked for is read, to know whether there is a next page.
 */
final class RegistrationListing {
    private static final ListPosition POSITION = new ListPosition("eventId", "createdAt", "registrationId");
    private static final int LEAST_FILTERED = 100;

    private final StoreClient client;
    private final String table;
    private final RegistrationItems items;

    RegistrationListing(StoreClient client, String table, RegistrationItems items) {
        this.client = client;
        this.table = table;
        this.items = items;
    }

    Page<Registration> list(RegistrationQuery query) {
        var wanted = new ArrayList<Registration>();
        var from = POSITION.start(query.event().value(), query.position());
        do {
            var answer = client.query(request(query, from));
            answer.items().stream()
                    .map(items::registration)
                    .filter(query::wants)
                    .forEach(wanted::add);
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (from != null && wanted.size() <= query.limit());
        if (wanted.size() <= query.limit()) {
            return new Page<>(wanted, null);
        }
        var last = wanted.get(query.limit() - 1);
        return new Page<>(
                wanted.subList(0, query.limit()),
                ListPosition.of(last.createdAt(), last.id().value()));
    }

    private QueryRequest request(RegistrationQuery query, @Nullable Map<String, AttributeValue> from) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":event", text(query.event().value()));
        var names = new HashMap<String, String>();
        var filters = new ArrayList<String>();
        if (query.email() != null) {
            filter(filters, values, "emailKey = :email", ":email", query.email().key());
        }
        if (query.paymentStatus() != null) {
            filter(
                    filters,
                    values,
                    "paymentStatus = :paid",
                    ":paid",
                    query.paymentStatus().name());
        }
        if (query.state() != null) {
            names.put("#state", "state");
            filter(filters, values, "#state = :state", ":state", query.state().name());
        }
        var key = "eventId = :event";
        if (query.createdAfter() != null) {
            key += " AND createdAt > :after";
            values.put(":after", number(query.createdAfter().toEpochMilli()));
        }
        return QueryRequest.builder()
                .tableName(table)
                .indexName(RegistrationTables.BY_EVENT)
                .keyConditionExpression(key)
                .filterExpression(filters.isEmpty() ? null : String.join(" AND ", filters))
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .exclusiveStartKey(from)
                .limit(filters.isEmpty() ? query.limit() + 1 : Math.max(LEAST_FILTERED, query.limit() + 1))
                .build();
    }

    private static void filter(
            List<String> filters, Map<String, AttributeValue> values, String filter, String name, String value) {
        filters.add(filter);
        values.put(name, text(value));
    }
}
