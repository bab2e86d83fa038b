package foyer.event.dynamodb;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.HouseRules;
import foyer.event.Plan;
import foyer.shared.Fields;
import foyer.shared.dynamodb.Items;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes an event as an item and reads it back. Beside the API's own names an item has {@code startsInstant} and
 * {@code endsInstant}, epoch milliseconds by the zone's rules at the time of writing, for queries alone; {@code catalogue},
 * the same in all items, which the index of all events needs; {@code writtenBy}, the id of the write that made it.
 */
final class EventItems {
    static final String CATALOGUE = "all";
    private static final String PASSWORD = "passwordConfig";
    private static final String CALLED_OFF = "calledOff";

    private final HouseRules house;

    EventItems(HouseRules house) {
        this.house = house;
    }

    Map<String, AttributeValue> item(Event event, String writtenBy) {
        var tree = new LinkedHashMap<String, Object>(event.plan().tree());
        tree.remove("videoUrl");
        var password = event.plan().admission().password();
        if (password.hash() != null) {
            tree.put(PASSWORD, Map.of("mode", Fields.wireName(password.mode()), "password", password.hash()));
        }
        tree.put("eventId", event.id().value());
        tree.put("state", Fields.wireName(event.decided()));
        tree.put(CALLED_OFF, event.calledOff());
        tree.put("version", event.version());
        tree.put("createdAt", event.createdAt().toEpochMilli());
        tree.put("updatedAt", event.updatedAt().toEpochMilli());
        tree.put("startsInstant", event.startsAt().toInstant().toEpochMilli());
        tree.put("endsInstant", event.endsAt().toInstant().toEpochMilli());
        tree.put("catalogue", CATALOGUE);
        tree.put("writtenBy", writtenBy);
        return Items.item(tree);
    }

    Event event(Map<String, AttributeValue> item) {
        var tree = new HashMap<>(Items.tree(item));
        var hash = takeHash(tree);
        var fields = Fields.of(tree);
        var decided = fields.choice("state", EventState.class).orElseThrow();
        return new Event(
                new EventId(fields.text("eventId").orElseThrow()),
                Plan.remembered(fields, house).withPasswordHash(hash),
                decided,
                fields.truth(CALLED_OFF).orElse(decided == EventState.CANCELLED),
                fields.wholeNumber("version").orElseThrow(),
                Instant.ofEpochMilli(fields.wholeNumber("createdAt").orElseThrow()),
                Instant.ofEpochMilli(fields.wholeNumber("updatedAt").orElseThrow()));
    }

    // In an item the hash stands where a submission has the password itself, and must not be taken for it.
    private static @Nullable String takeHash(Map<String, @Nullable Object> tree) {
        if (!(tree.get(PASSWORD) instanceof Map<?, ?> kept) || !(kept.get("password") instanceof String hash)) {
            return null;
        }
        tree.put(PASSWORD, Map.of("mode", Objects.requireNonNull(kept.get("mode"))));
        return hash;
    }
}
