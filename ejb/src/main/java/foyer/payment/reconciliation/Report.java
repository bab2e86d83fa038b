package foyer.payment.reconciliation;

import static java.util.Objects.requireNonNull;

import foyer.payment.ledger.PaymentId;
import foyer.shared.Fields;
import foyer.shared.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far reconciliation has come.
 *
 * @param place in the provider's journal; null: not begun
 * @param at when it was last there
 * @param healed payments that notices had not told us of, the latest first
 * @param times how many there were in all
 */
public record Report(@Nullable String place, Instant at, List<Healed> healed, long times) {
    static final Report FIRST = new Report(null, Instant.EPOCH, List.of(), 0);
    private static final int KEPT = 50;

    /** A payment that reconciliation brought to its end. */
    public record Healed(PaymentId payment, Instant at) {}

    public Report {
        healed = List.copyOf(healed);
    }

    Report after(@Nullable String reached, List<PaymentId> found, Instant now) {
        var all = Stream.concat(found.stream().map(id -> new Healed(id, now)), healed.stream())
                .limit(KEPT)
                .toList();
        return new Report(reached, now, all, times + found.size());
    }

    String written() {
        var tree = new LinkedHashMap<String, Object>();
        if (place != null) {
            tree.put("place", place);
        }
        tree.put("at", at.toEpochMilli());
        tree.put("times", times);
        tree.put(
                "healed",
                healed.stream()
                        .map(one -> Map.<String, Object>of(
                                "paymentId",
                                one.payment().value(),
                                "at",
                                one.at().toEpochMilli()))
                        .toList());
        return JsonText.of(tree);
    }

    @SuppressWarnings("unchecked") // what was written is a tree's topmost map
    static Report read(String written) {
        var fields = Fields.of((Map<String, Object>) requireNonNull(JsonText.read(written)));
        var healed = new ArrayList<Healed>();
        for (var item : fields.items("healed")) {
            fields.group("healed", item)
                    .ifPresent(group -> healed.add(new Healed(
                            new PaymentId(group.text("paymentId").orElseThrow()),
                            Instant.ofEpochMilli(group.wholeNumber("at").orElseThrow()))));
        }
        return new Report(
                fields.text("place").orElse(null),
                Instant.ofEpochMilli(fields.wholeNumber("at").orElse(0L)),
                healed,
                fields.wholeNumber("times").orElse(0L));
    }
}
