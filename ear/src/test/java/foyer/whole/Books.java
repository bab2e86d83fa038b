package foyer.whole;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * What reconciliation says of a server's payments.
 *
 * @param told as the API answers it
 */
public record Books(JsonObject told) {
    private static final String PATH = "/api/payments/reconciliation";

    /** Of the last day. */
    public static Books readBy(Http operator) {
        return new Books(operator.get(PATH).expect(200).json());
    }

    /** Of the payments that were begun from then on. */
    public static Books readBy(Http operator, Instant from) {
        return new Books(operator.get(PATH + "?from=" + from).expect(200).json());
    }

    /** What does not match of one payment. */
    public List<JsonObject> unmatched(String payment) {
        return told.getJsonArray("unmatched").getValuesAs(JsonObject.class).stream()
                .filter(item -> payment.equals(item.getString("paymentId", "")))
                .toList();
    }

    /** Of one currency; fails where nothing was paid in it. */
    public JsonObject sums(String currency) {
        return told.getJsonArray("balance").getValuesAs(JsonObject.class).stream()
                .filter(sums -> currency.equals(sums.getString("currency")))
                .findFirst()
                .orElseThrow();
    }
}
