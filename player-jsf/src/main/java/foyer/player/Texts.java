package foyer.player;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two bundles of texts as one. */
final class Texts extends ResourceBundle {
    private final ResourceBundle first;
    private final ResourceBundle second;

    Texts(ResourceBundle first, ResourceBundle second) {
        this.first = first;
        this.second = second;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return first.containsKey(key) ? first.getObject(key) : second.containsKey(key) ? second.getObject(key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        var keys = new TreeSet<>(first.keySet());
        keys.addAll(second.keySet());
        return Collections.enumeration(keys);
    }
}
