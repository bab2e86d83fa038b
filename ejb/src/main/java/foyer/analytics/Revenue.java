package foyer.analytics;

import foyer.payment.ledger.Payment;
import foyer.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was taken and what went back, by currency, in minor units. */
final class Revenue {
    private final Map<String, long[]> sums = new TreeMap<>();

    /** A currency in which nothing was taken yet is told with zeros. */
    void expect(Money price) {
        sums(price);
    }

    /** Play money, and what somebody else took, are none. */
    void add(Payment payment) {
        var charged = payment.seen().charged();
        if (charged != null && payment.seen().flaws().isEmpty()) {
            var sum = sums(charged);
            sum[0] += payment.seen().taken();
            sum[1] += payment.seen().returned() + payment.seen().lost();
        }
    }

    /** By the API's names. */
    List<Map<String, Object>> view() {
        return sums.entrySet().stream()
                .map(sum -> view(sum.getKey(), sum.getValue()[0], sum.getValue()[1]))
                .toList();
    }

    private static Map<String, Object> view(String currency, long gross, long refunded) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("currency", currency);
        tree.put("gross", gross);
        tree.put("refunded", refunded);
        tree.put("net", gross - refunded);
        return tree;
    }

    private long[] sums(Money money) {
        return sums.computeIfAbsent(money.currency().getCurrencyCode(), any -> new long[2]);
    }
}
