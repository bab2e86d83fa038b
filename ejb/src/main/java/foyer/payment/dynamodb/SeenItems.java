package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.ledger.Seen.Flaw;
import foyer.shared.Money;
import foyer.shared.dynamodb.StoredItem;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns what was seen of a payment into attributes of its item and back. */
final class SeenItems {
    private SeenItems() {}

    static Map<String, AttributeValue> attributes(Seen seen) {
        var item = new HashMap<String, AttributeValue>();
        item.put("progress", text(seen.progress().name()));
        if (seen.charged() != null) {
            item.put("chargedAmount", number(seen.charged().minorUnits()));
            item.put("chargedCurrency", text(seen.charged().currency().getCurrencyCode()));
        }
        item.put("orderedRefunds", number(seen.ordered()));
        item.put("failedRefunds", number(seen.failed()));
        item.put("elsewhereRefunds", number(seen.elsewhere()));
        item.putAll(DisputeItems.attributes(seen.disputes()));
        item.put(
                "flaws",
                AttributeValue.fromL(seen.flaws().stream()
                        .sorted()
                        .map(flaw -> text(flaw.name()))
                        .toList()));
        return item;
    }

    static Seen seen(StoredItem item) {
        // What an older node wrote, during an update, does not say.
        var elsewhere = item.numberIfThere("elsewhereRefunds");
        return new Seen(
                Progress.valueOf(item.text("progress")),
                charged(item),
                item.number("orderedRefunds"),
                item.number("failedRefunds"),
                elsewhere == null ? 0 : elsewhere,
                DisputeItems.disputes(item),
                item.texts("flaws").stream().map(Flaw::valueOf).collect(Collectors.toSet()));
    }

    private static @Nullable Money charged(StoredItem item) {
        var amount = item.numberIfThere("chargedAmount");
        return amount == null ? null : new Money(amount, Currency.getInstance(item.text("chargedCurrency")));
    }
}
