package foyer.media.dynamodb;

import foyer.shared.Journal;
import foyer.shared.dynamodb.Items;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Passes by what cannot be read, whatever it is, by a newer version or by a mistake: nobody else is to wait for it. Each is told once by a
 * node.
 */
final class Legible<T> {
    private static final Journal JOURNAL = Journal.of(Legible.class);

    private final Function<Map<String, AttributeValue>, T> reading;
    private final String id;
    private final String sentence;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /**
     * @param id the attribute by which an item is told: of its key, so that each has it
     * @param sentence what is told of one that cannot be read
     */
    Legible(Function<Map<String, AttributeValue>, T> reading, String id, String sentence) {
        this.reading = reading;
        this.id = id;
        this.sentence = sentence;
    }

    /** Empty: it cannot be read. */
    Optional<T> read(Map<String, AttributeValue> item) {
        try {
            return Optional.of(reading.apply(item));
        } catch (RuntimeException unread) {
            var name = Items.textOf(item, id);
            if (unreadable.add(name)) {
                JOURNAL.alert(sentence, Map.of(id, name), unread);
            }
            return Optional.empty();
        }
    }

    /** How many were passed by so far. They stay due, and are to take no place of others. */
    int passedBy() {
        return unreadable.size();
    }
}
