package foyer.web.answer;

import foyer.shared.Cursors;
import foyer.shared.Fields;
import foyer.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all lists have in common: {@code limit} and {@code cursor} in, {@code items} and {@code nextCursor} out. */
@ApplicationScoped
public class Lists {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    @Inject
    Cursors cursors;

    /** 50 where the caller says nothing; fails with {@link foyer.shared.ValidationFailed} outside of 1 to 200. */
    public static int limit(@Nullable String asked) {
        var alone = Fields.of(Map.of());
        var limit = limit(alone, asked);
        alone.throwIfRefused();
        return limit;
    }

    /** The same beside other filters: one outside of these is noted among what else is wrong with them. */
    public static int limit(Fields filters, @Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        var limit = WHOLE_NUMBER.matcher(asked).matches() ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > MOST) {
            filters.refuse("limit", "out_of_range", "This must be a whole number from 1 to " + MOST + ".");
            return USUAL;
        }
        return limit;
    }

    /** @param list what is listed, filters included */
    public @Nullable String position(String list, @Nullable String cursor) {
        return cursor == null ? null : cursors.position(list, cursor);
    }

    public <T> Map<String, Object> tree(String list, Page<T> page, Function<T, Map<String, Object>> view) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("items", page.items().stream().map(view).toList());
        tree.put(
                "nextCursor",
                page.nextPosition().map(next -> cursors.cursor(list, next)).orElse(null));
        return withNulls(tree);
    }

    @SuppressWarnings("unchecked") // null stands for JSON's null in the neutral tree, whose type cannot say so
    private static Map<String, Object> withNulls(Map<String, @Nullable Object> tree) {
        return (Map<String, Object>) (Map<String, ?>) tree;
    }
}
