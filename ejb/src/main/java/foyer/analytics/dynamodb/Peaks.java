package foyer.analytics.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.analytics.Counts;
import foyer.event.EventId;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Reads an event's minutes, and remembers the most viewers of those that do not change any more: a recording is watched for
 * years, and its minutes are not to be read each time.
 */
final class Peaks {
    private static final Duration CHANGES_NO_MORE = Duration.ofHours(1);
    private static final long WORTH_REMEMBERING = Duration.ofHours(6).toMinutes();

    private final StoreClient client;
    private final String table;
    private final CountRows rows;

    Peaks(StoreClient client, String table, CountRows rows) {
        this.client = client;
        this.table = table;
        this.rows = rows;
    }

    void addMinutes(EventId event, Instant now, Counts counts) {
        var found = client.getItem(get -> get.tableName(table).key(key(event)).consistentRead(true));
        var upTo = 0L;
        if (found.hasItem()) {
            var known = new StoredItem(found.item());
            upTo = known.number("upTo");
            counts.add(Counts.TOTALS, Counts.PEAK, known.number("peak"));
        }
        var minutes = new Counts();
        rows.addMinutes(event, upTo, minutes);
        counts.addAll(minutes);
        remember(event, now.minus(CHANGES_NO_MORE).getEpochSecond() / 60, upTo, minutes, counts.total(Counts.PEAK));
    }

    private void remember(EventId event, long until, long upTo, Counts minutes, long before) {
        var settled = minutes.rows().stream().filter(row -> row <= until).toList();
        if (settled.size() < WORTH_REMEMBERING) {
            return;
        }
        var peak = settled.stream()
                .mapToLong(row -> minutes.of(row, Counts.ACTIVE))
                .max()
                .orElse(0);
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item(event, until, Math.max(before, peak)))
                    .conditionExpression("attribute_not_exists(part) OR upTo = :before")
                    .expressionAttributeValues(Map.of(":before", number(upTo))));
        } catch (ConditionalCheckFailedException remembered) {
            // Somebody else read the same, or later.
        }
    }

    private static Map<String, AttributeValue> item(EventId event, long upTo, long peak) {
        return Map.of(
                "part", text("peak/" + event.value()), "row", number(0), "upTo", number(upTo), "peak", number(peak));
    }

    private static Map<String, AttributeValue> key(EventId event) {
        return Map.of("part", text("peak/" + event.value()), "row", number(0));
    }
}
