package foyer.whole;

import jakarta.json.JsonObject;
import java.util.function.BiPredicate;

/** The calls that the sandbox's store has had so far. */
public final class StoreCalls {
    private StoreCalls() {}

    /** @param which by the table, with its prefix, and the operation */
    public static long counted(BiPredicate<String, String> which) {
        return Http.to(Whole.sandbox().url())
                .get("/dynamodb/_control/calls")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(count -> which.test(count.getString("table"), count.getString("operation")))
                .mapToLong(count -> count.getJsonNumber("calls").longValue())
                .sum();
    }
}
