package foyer.media.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.event.EventId;
import foyer.media.Recording;
import foyer.media.RecordingId;
import foyer.media.RecordingState;
import foyer.media.Trouble;
import foyer.media.Upload;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns recordings into items of their table and back. What there is nothing of is left out, so that the index of what is due
 * holds nothing else; {@code writtenBy} is the id of the write that made the item.
 */
final class RecordingItems {
    /** The same in all that are due: there are few of them at any time. */
    static final String LANE = "due";

    private RecordingItems() {}

    static Map<String, AttributeValue> key(EventId event, RecordingId id) {
        return Map.of("eventId", text(event.value()), "recordingId", text(id.value()));
    }

    static Map<String, AttributeValue> item(Recording recording, String writtenBy) {
        var item = new HashMap<>(key(recording.event(), recording.id()));
        item.put("fileName", text(recording.upload().fileName()));
        item.put("size", number(recording.upload().size()));
        item.put("partSize", number(recording.upload().partSize()));
        item.put("state", text(recording.state().name()));
        item.put("percent", number(recording.percent()));
        item.put("attempts", number(recording.attempts()));
        var trouble = recording.trouble();
        if (trouble != null) {
            item.put("trouble", text(trouble.words()));
            item.put("curable", truth(trouble.curable()));
        }
        var length = recording.length();
        if (length != null) {
            item.put("lengthMillis", number(length.toMillis()));
        }
        recording.due().ifPresent(due -> {
            item.put("dueLane", text(LANE));
            item.put("dueAt", moment(due));
        });
        item.put("version", number(recording.version()));
        item.put("createdAt", moment(recording.createdAt()));
        item.put("updatedAt", moment(recording.updatedAt()));
        item.put("writtenBy", text(writtenBy));
        return item;
    }

    static Recording recording(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Recording(
                new RecordingId(item.text("recordingId")),
                new EventId(item.text("eventId")),
                new Upload(item.text("fileName"), item.number("size"), item.number("partSize")),
                RecordingState.valueOf(item.text("state")),
                (int) item.number("percent"),
                (int) item.number("attempts"),
                trouble(item),
                length(item),
                item.number("version"),
                item.instant("createdAt"),
                item.instant("updatedAt"),
                item.instantIfThere("dueAt"));
    }

    static AttributeValue moment(Instant moment) {
        return number(moment.toEpochMilli());
    }

    private static @Nullable Trouble trouble(StoredItem item) {
        var words = item.textIfThere("trouble");
        return words == null ? null : new Trouble(words, item.truth("curable"));
    }

    private static @Nullable Duration length(StoredItem item) {
        var millis = item.numberIfThere("lengthMillis");
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
