package foyer.sandbox.stripe.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object as JSON has it: texts, whole numbers, flags, lists, further trees and null. It is changed in place
 * by its keeper, and handed out as a {@link #copy}.
 */
public final class Tree extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    public Tree() {}

    private Tree(int keys) {
        super(keys * 2);
    }

    public Tree with(String key, @Nullable Object value) {
        put(key, value);
        return this;
    }

    public Tree withNull(String... keys) {
        for (var key : keys) {
            put(key, null);
        }
        return this;
    }

    public String id() {
        return text("id");
    }

    /** Fails where there is none: a key that every object of its kind has. */
    public String text(String key) {
        return textIfAny(key).orElseThrow(() -> new IllegalStateException("no " + key + " in " + this));
    }

    public Optional<String> textIfAny(String key) {
        return Optional.ofNullable((String) get(key));
    }

    public boolean is(String key, String value) {
        return value.equals(get(key));
    }

    public long number(String key) {
        return get(key) instanceof Number number ? number.longValue() : 0;
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(get(key));
    }

    /** The tree below a key; fails where there is none. */
    public Tree tree(String key) {
        if (get(key) instanceof Tree below) {
            return below;
        }
        throw new IllegalStateException("no tree at " + key + " in " + this);
    }

    /** The objects in a list of trees below a key. */
    public List<Tree> trees(String key) {
        return get(key) instanceof List<?> list
                ? list.stream().map(Tree.class::cast).toList()
                : List.of();
    }

    /** A copy all the way down. */
    public Tree copy() {
        var copy = new Tree(size());
        forEach((key, value) -> copy.put(key, copied(value)));
        return copy;
    }

    /** Trees out of plain maps, all the way down. */
    public static Tree of(Map<?, ?> map) {
        var tree = new Tree();
        map.forEach((key, value) -> tree.put(String.valueOf(key), copied(value)));
        return tree;
    }

    private static @Nullable Object copied(@Nullable Object value) {
        if (value instanceof Tree tree) {
            return tree.copy();
        }
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>(list.size());
            list.forEach(item -> copy.add(copied(item)));
            return copy;
        }
        return value;
    }
}
