package foyer.shared.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item that we wrote ourselves, so that what must be in it is. Fails with {@link IllegalStateException} that names the
 * attribute when it is not.
 */
public record StoredItem(Map<String, AttributeValue> attributes) {
    public String text(String name) {
        return attribute(name).s();
    }

    public long number(String name) {
        return Long.parseLong(attribute(name).n());
    }

    public boolean truth(String name) {
        return attribute(name).bool();
    }

    /** Of epoch milliseconds. */
    public Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
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
