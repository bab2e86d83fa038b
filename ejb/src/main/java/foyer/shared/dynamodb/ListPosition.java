package foyer.shared.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.shared.ValidationFailed;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a part of a list ended, as cursors hold it: at an item of an index that is sorted by a moment.
 *
 * @param partition the attribute that all items of the list share
 * @param moment the attribute by which they are sorted, in epoch milliseconds
 * @param id the attribute that is their table's key
 */
public record ListPosition(String partition, String moment, String id) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15}):([A-Za-z0-9_-]{1,200})");

    /** Of the last item of a part. */
    public static String of(Instant moment, String id) {
        return moment.toEpochMilli() + ":" + id;
    }

    /**
     * Behind what the next part begins; null: at the beginning. Fails with {@link ValidationFailed} for what is no position.
     *
     * @param value of the partition
     */
    public @Nullable Map<String, AttributeValue> start(String value, @Nullable String position) {
        if (position == null) {
            return null;
        }
        var matcher = FORM.matcher(position);
        if (!matcher.matches()) {
            throw new ValidationFailed("cursor", "invalid", "This cursor is not one of this list.");
        }
        return Map.of(
                partition, text(value),
                moment, number(Long.parseLong(matcher.group(1))),
                id, text(matcher.group(2)));
    }
}
