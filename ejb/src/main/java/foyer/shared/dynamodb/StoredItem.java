package foyer.shared.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that we wrote ourselves, so that what must be in it is. Fails with {@link IllegalStateException} that names the
 * attribute when it is not.
 */
public record StoredItem(Map<String, AttributeValue> attributes) {
    public String text(String name) {
        return attribute(name).s();
    }

    /** Null for an attribute that it does not have. */
    public @Nullable String textIfThere(String name) {
        return attributes.containsKey(name) ? text(name) : null;
    }

    public long number(String name) {
        return Long.parseLong(attribute(name).n());
    }

    /** Null for an attribute that it does not have. */
    public @Nullable Long numberIfThere(String name) {
        return attributes.containsKey(name) ? Long.valueOf(number(name)) : null;
    }

    public boolean truth(String name) {
        return attribute(name).bool();
    }

    /** Of epoch milliseconds. */
    public Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    /** Null for an attribute that it does not have. */
    public @Nullable Instant instantIfThere(String name) {
        return attributes.containsKey(name) ? instant(name) : null;
    }

    public List<String> texts(String name) {
        return attribute(name).l().stream().map(AttributeValue::s).toList();
    }

    public List<StoredItem> groups(String name) {
        return attribute(name).l().stream()
                .map(AttributeValue::m)
                .map(StoredItem::new)
                .toList();
    }

    private AttributeValue attribute(String name) {
        var attribute = attributes.get(name);
        if (attribute == null) {
            throw new IllegalStateException("A stored item lacks its " + name);
        }
        return attribute;
    }
}
