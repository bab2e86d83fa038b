package foyer.sandbox.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Counts what is asked of DynamoDB, so that a test can prove what a use case costs. */
final class Calls {
    /** @param items how many items the calls named, which differs from their number in batches and transactions */
    record Count(String operation, String table, long calls, long items) {}

    private record Key(String operation, String table) {}

    private static final class Sum {
        private long calls;
        private long items;
    }

    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    void count(String operation, JsonNode body) {
        add(operation, itemsByTable(body));
    }

    private synchronized void add(String operation, Map<String, Integer> itemsByTable) {
        itemsByTable.forEach((table, items) -> {
            var sum = sums.computeIfAbsent(new Key(operation, table), key -> new Sum());
            sum.calls++;
            sum.items += items;
        });
    }

    synchronized List<Count> list() {
        var counts = new ArrayList<Count>();
        sums.forEach((key, sum) -> counts.add(new Count(key.operation(), key.table(), sum.calls, sum.items)));
        return counts;
    }

    synchronized void reset() {
        sums.clear();
    }

    /** A call that names no table (ListTables) counts under the empty name. */
    private static Map<String, Integer> itemsByTable(JsonNode body) {
        var items = new LinkedHashMap<String, Integer>();
        body.path("RequestItems").forEachEntry((table, asked) -> {
            var keys = asked.path("Keys");
            items.put(table, keys.isArray() ? keys.size() : asked.size());
        });
        body.path("TransactItems")
                .forEach(item -> item.forEach(
                        action -> items.merge(action.path("TableName").asString(""), 1, Integer::sum)));
        if (items.isEmpty()) {
            items.put(body.path("TableName").asString(""), 1);
        }
        return items;
    }
}
