package foyer.shared.dynamodb;

import foyer.shared.Alongside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A change alongside as DynamoDB takes it.
 *
 * @param refusal what its condition means when it fails
 */
public record StoredAlongside(TransactWriteItem item, Supplier<RuntimeException> refusal) implements Alongside {

    /** What a change consists of; fails with {@link IllegalStateException} for one that is made for another store. */
    public static List<StoredAlongside> in(Alongside change) {
        if (change instanceof StoredAlongside stored) {
            return List.of(stored);
        }
        if (change instanceof Together together) {
            var all = new ArrayList<StoredAlongside>();
            together.changes().forEach(one -> all.addAll(in(one)));
            return all;
        }
        throw new IllegalStateException("Made for another store: " + change.getClass());
    }

    /**
     * Fails with the refusal of the first of these whose condition was not met.
     *
     * @param first the place of the first of them in the transaction, in which the others follow
     */
    public static void refuse(List<StoredAlongside> changes, TransactionCanceledException refused, int first) {
        for (var place = 0; place < changes.size(); place++) {
            if (StoreFailures.conditionFailed(refused, first + place)) {
                throw changes.get(place).refusal().get();
            }
        }
    }
}
