package foyer.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a tree takes where it is stored, counted as DynamoDB does: UTF-8 texts and names, 21 bytes at most for a
 * number, 3 for a list or a map and 1 for each element.
 */
final class DocumentSize {
    private DocumentSize() {}

    static long of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return 3
                    + map.entrySet().stream()
                            .mapToLong(entry -> 1 + of(entry.getKey()) + of(entry.getValue()))
                            .sum();
        }
        if (tree instanceof List<?> list) {
            return 3 + list.stream().mapToLong(item -> 1 + of(item)).sum();
        }
        if (tree instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        return tree instanceof Number ? 21 : 1;
    }
}
