package foyer.mail.dynamodb;

import static foyer.shared.dynamodb.Items.text;

import foyer.mail.Dispatch;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.dynamodb.ListPosition;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoredItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what was given up: a lane of its own, the newest first, as often as it takes to fill a page. */
final class OutboxReading {
    static final String GRAVE = "dead";
    private static final ListPosition POSITION = new ListPosition("lane", "dueAt", "outgoingId");

    private final StoreClient client;
    private final String table;
    private final OutboxItems items;

    OutboxReading(StoreClient client, String table, OutboxItems items) {
        this.client = client;
        this.table = table;
        this.items = items;
    }

    Page<Dispatch> buried(Set<String> kinds, int limit, @Nullable String position) {
        var found = new ArrayList<Dispatch>();
        var values = new HashMap<String, AttributeValue>();
        kinds.forEach(kind -> values.put(":kind" + values.size(), text(kind)));
        var ofTheseKinds = "kind IN (" + String.join(", ", values.keySet()) + ")";
        values.put(":grave", text(GRAVE));
        var from = POSITION.start(GRAVE, position);
        do {
            var start = from;
            var answer = client.query(query -> query.tableName(table)
                    .indexName(OutboxItems.WAITING)
                    .keyConditionExpression("lane = :grave")
                    .filterExpression(ofTheseKinds)
                    .expressionAttributeValues(values)
                    .scanIndexForward(false)
                    .exclusiveStartKey(start)
                    .limit(limit + 1));
            answer.items().stream().map(this::read).forEach(found::add);
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (from != null && found.size() <= limit);
        return page(found, limit);
    }

    static Dispatch dispatch(Outgoing outgoing, Map<String, AttributeValue> item) {
        var claim = item.get("claimId");
        var trouble = item.get("trouble");
        var attempts = item.get("attempts");
        return new Dispatch(
                outgoing,
                claim == null ? "" : claim.s(),
                attempts == null ? 0 : Integer.parseInt(attempts.n()),
                trouble == null ? null : trouble.s());
    }

    /** What is known of one whose facts cannot be opened. */
    static Outgoing closed(StoredItem item) {
        return new Outgoing(item.text("outgoingId"), item.text("kind"), Map.of(), item.instant("dueAt"));
    }

    private Dispatch read(Map<String, AttributeValue> item) {
        try {
            return dispatch(items.read(item), item);
        } catch (IllegalStateException unreadable) {
            return dispatch(closed(new StoredItem(item)), item);
        }
    }

    private static Page<Dispatch> page(List<Dispatch> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var last = found.get(limit - 1).outgoing();
        return new Page<>(found.subList(0, limit), ListPosition.of(last.due(), last.id()));
    }
}
