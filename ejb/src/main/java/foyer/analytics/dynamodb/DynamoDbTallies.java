package foyer.analytics.dynamodb;

import static foyer.shared.dynamodb.Items.number;

import foyer.analytics.Counts;
import foyer.analytics.Tallies;
import foyer.analytics.Tally;
import foyer.event.EventId;
import foyer.shared.dynamodb.Attempts;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The audience in DynamoDB: an item for each viewer, and those of each event that they are counted in. A transaction takes a
 * hundred items, which is why no more is counted at once.
 */
@ApplicationScoped
class DynamoDbTallies implements Tallies {
    static final TableDefinition TABLE = TableDefinition.of("audience", KeyAttribute.text("part"))
            .sortedBy(KeyAttribute.number("row"))
            .expiringAt("keptUntil");

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Inject
    Batches batches;

    @Inject
    Clock clock;

    @Produces
    static TableDefinition table() {
        return TABLE;
    }

    @Override
    public Map<String, Tally> find(Collection<String> viewers) {
        var found = new HashMap<String, Tally>();
        viewers.forEach(viewer -> found.put(viewer, Tally.none(viewer)));
        batches.get(tableName(), viewers.stream().map(TallyItems::key).toList()).stream()
                .map(TallyItems::tally)
                .forEach(tally -> found.put(tally.viewer(), tally));
        return found;
    }

    @Override
    public boolean count(EventId event, List<Change> changes, Counts counts) {
        var parts = new ArrayList<TransactWriteItem>();
        changes.forEach(change -> parts.add(replacing(event, change)));
        parts.addAll(rows().adding(event, counts));
        var refused = new Attempts().write(client, parts);
        if (refused.isEmpty()) {
            return true;
        }
        if (StoreFailures.conditionFailed(refused.get())) {
            return false;
        }
        throw refused.get();
    }

    @Override
    public Counts of(EventId event) {
        var counts = new Counts();
        rows().addTotals(event, counts);
        peaks().addMinutes(event, clock.instant(), counts);
        return counts;
    }

    private TransactWriteItem replacing(EventId event, Change change) {
        var before = change.before().version();
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(tableName()).item(TallyItems.item(event, change.after()));
                    if (before == 0) {
                        put.conditionExpression("attribute_not_exists(part)");
                    } else {
                        put.conditionExpression("version = :before")
                                .expressionAttributeValues(Map.of(":before", number(before)));
                    }
                })
                .build();
    }

    private CountRows rows() {
        return new CountRows(client, tableName());
    }

    private Peaks peaks() {
        return new Peaks(client, tableName(), rows());
    }

    private String tableName() {
        return settings.table(TABLE.name());
    }
}
