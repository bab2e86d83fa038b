package foyer.analytics.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.analytics.Counts;
import foyer.event.EventId;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoredItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The rows of an event's counts as items, each row in several shards of which a transaction takes one at random. */
final class CountRows {
    // Transactions that meet at one item cancel each other, and nodes count at the same time.
    private static final int SHARDS = 4;

    private final StoreClient client;
    private final String table;

    CountRows(StoreClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** What adds these to what is there, all of it to one shard. */
    List<TransactWriteItem> adding(EventId event, Counts counts) {
        var shard = ThreadLocalRandom.current().nextInt(SHARDS);
        var parts = new ArrayList<TransactWriteItem>();
        counts.forEachRow((row, numbers) -> parts.add(adding(part(event, row, shard), row, numbers)));
        return parts;
    }

    private TransactWriteItem adding(String part, long row, Map<String, Long> numbers) {
        var terms = new ArrayList<String>();
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        numbers.forEach((name, amount) -> {
            var place = Integer.toString(terms.size(), Character.MAX_RADIX);
            terms.add("#" + place + " :" + place);
            names.put("#" + place, name);
            values.put(":" + place, number(amount));
        });
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(Map.of("part", text(part), "row", number(row)))
                        .updateExpression("ADD " + String.join(",", terms))
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    /** All totals and stretches. */
    void addTotals(EventId event, Counts counts) {
        for (var shard = 0; shard < SHARDS; shard++) {
            read(totals(event, shard), null, counts);
        }
    }

    /** The minutes after this one. */
    void addMinutes(EventId event, long after, Counts counts) {
        for (var shard = 0; shard < SHARDS; shard++) {
            read(minutes(event, shard), after, counts);
        }
    }

    private void read(String part, @Nullable Long after, Counts counts) {
        @Nullable Map<String, AttributeValue> from = null;
        do {
            var answer = client.query(request(part, after, from));
            answer.items().forEach(item -> add(item, counts));
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (from != null);
    }

    private QueryRequest request(String part, @Nullable Long after, @Nullable Map<String, AttributeValue> from) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":part", text(part));
        if (after != null) {
            values.put(":after", number(after));
        }
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(after == null ? "part = :part" : "part = :part AND #row > :after")
                .expressionAttributeNames(after == null ? null : Map.of("#row", "row"))
                .expressionAttributeValues(values)
                .consistentRead(true)
                .exclusiveStartKey(from)
                .build();
    }

    private static void add(Map<String, AttributeValue> item, Counts counts) {
        var row = new StoredItem(item).number("row");
        item.forEach((name, amount) -> {
            if (!name.equals("part") && !name.equals("row")) {
                counts.add(row, name, Long.parseLong(amount.n()));
            }
        });
    }

    private static String part(EventId event, long row, int shard) {
        return row > Counts.TOTALS ? minutes(event, shard) : totals(event, shard);
    }

    private static String totals(EventId event, int shard) {
        return "totals/" + event.value() + "/" + shard;
    }

    private static String minutes(EventId event, int shard) {
        return "minutes/" + event.value() + "/" + shard;
    }
}
