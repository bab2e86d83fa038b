package foyer.shared.dynamodb;

import static java.util.Objects.requireNonNull;

import foyer.shared.JsonText;
import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table of what is still to be told: every adapter writes to it within its own transactions, and one feature reads it.
 * What waits is in {@link #WAITING}, each kind spread over lanes of its own, of which each takes a thousand writes a second:
 * so nothing has to be read past to find another kind. What one reader is told shares a lane, which is gone through in order. What is told leaves the index by losing its lane.
 */
@Dependent
public class OutboxItems {
    public static final String TABLE = "outbox";
    public static final String WAITING = "lane-dueAt-index";
    /** Of each kind. */
    public static final int LANES = 4;

    private static final String PURPOSE = "outbox";
    public static final TableDefinition DEFINITION = TableDefinition.of(TABLE, KeyAttribute.text("outgoingId"))
            .indexed(WAITING, KeyAttribute.text("lane"), KeyAttribute.number("dueAt"))
            .expiringAt("keptUntil");

    private final String table;
    private final Seal seal;

    @Inject
    public OutboxItems(StoreSettings settings, Seal seal) {
        this.table = settings.table(TABLE);
        this.seal = seal;
    }

    @Produces
    @Singleton
    static TableDefinition definition() {
        return DEFINITION;
    }

    /** Goes into a transaction; refused there when the same id was written before. */
    public TransactWriteItem write(Outgoing outgoing) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item(outgoing))
                        .conditionExpression("attribute_not_exists(outgoingId)"))
                .build();
    }

    /**
     * What of this news the refused transaction found untold: what was told before is no reason to keep back the rest.
     *
     * @param first the place of the first of them in the transaction, in which the others follow
     */
    public static List<Outgoing> untold(List<Outgoing> news, TransactionCanceledException refused, int first) {
        return IntStream.range(0, news.size())
                .filter(place -> !StoreFailures.conditionFailed(refused, first + place))
                .mapToObj(news::get)
                .toList();
    }

    /** Fails with {@link IllegalStateException} when it was written under another {@code foyer.secret}. */
    public Outgoing read(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var id = item.text("outgoingId");
        var text = seal.open(PURPOSE, id, item.text("sealedFacts"))
                .orElseThrow(() -> new IllegalStateException("What is to be told cannot be opened: " + id));
        return new Outgoing(id, item.text("kind"), facts(JsonText.read(text)), item.instant("dueAt"));
    }

    /**
     * The attribute {@code lane} of what waits there.
     *
     * @param number below {@link #LANES}
     */
    public static String lane(String kind, int number) {
        return kind + "-" + number;
    }

    private Map<String, AttributeValue> item(Outgoing outgoing) {
        var item = new LinkedHashMap<String, AttributeValue>();
        item.put("outgoingId", Items.text(outgoing.id()));
        item.put("kind", Items.text(outgoing.kind()));
        item.put("sealedFacts", Items.text(seal.seal(PURPOSE, outgoing.id(), JsonText.of(outgoing.facts()))));
        item.put(
                "lane",
                Items.text(lane(outgoing.kind(), Math.floorMod(outgoing.reader().hashCode(), LANES))));
        item.put("dueAt", Items.number(outgoing.due().toEpochMilli()));
        return item;
    }

    @SuppressWarnings("unchecked") // what was sealed is a tree's topmost map
    private static Map<String, Object> facts(@Nullable Object tree) {
        return (Map<String, Object>) requireNonNull(tree);
    }
}
