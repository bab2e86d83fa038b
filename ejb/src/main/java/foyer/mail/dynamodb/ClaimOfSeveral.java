package foyer.mail.dynamodb;

import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.textOf;

import foyer.mail.Waiting;
import foyer.shared.Ids;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.Attempts;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes up several things that wait in one transaction, each on the condition that it is taken up under alone. Where somebody
 * was faster at some of them nothing is written, and it is tried again without those.
 */
final class ClaimOfSeveral {
    private final StoreClient client;
    private final String table;

    ClaimOfSeveral(StoreClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * The items of those that are ours now, in the order given. Fails with {@link Unavailable} for a store that is busy or
     * silent. What was taken up by then is put back, or waits again when the claim is over.
     *
     * @param seen each of them once
     */
    List<Map<String, AttributeValue>> take(List<Waiting> seen, Instant until) {
        var claim = new OutboxClaim(Ids.fresh(), until);
        var attempts = new Attempts();
        var left = seen;
        while (!left.isEmpty()) {
            var refused = attempts.write(client, parts(left, claim));
            if (refused.isEmpty()) {
                return readOrPutBack(left, claim);
            }
            left = withoutThoseOfOthers(left, refused.get());
        }
        return List.of();
    }

    private List<TransactWriteItem> parts(List<Waiting> seen, OutboxClaim claim) {
        return seen.stream()
                .map(one -> TransactWriteItem.builder()
                        .update(update -> update.tableName(table)
                                .key(DynamoDbOutbox.key(one.id()))
                                .updateExpression(OutboxClaim.UPDATE)
                                .conditionExpression(OutboxClaim.CONDITION)
                                .expressionAttributeValues(claim.values(one)))
                        .build())
                .toList();
    }

    private static List<Waiting> withoutThoseOfOthers(List<Waiting> seen, TransactionCanceledException refused) {
        if (!StoreFailures.conditionFailed(refused)) {
            throw refused;
        }
        return IntStream.range(0, seen.size())
                .filter(place -> !StoreFailures.conditionFailed(refused, place))
                .mapToObj(seen::get)
                .toList();
    }

    private List<Map<String, AttributeValue>> readOrPutBack(List<Waiting> taken, OutboxClaim claim) {
        try {
            return read(taken, claim);
        } catch (Unavailable silent) {
            putBack(taken, claim, silent);
            throw silent;
        }
    }

    // As many as the store takes: the others wait for the end of the claim.
    private void putBack(List<Waiting> taken, OutboxClaim claim, Unavailable why) {
        try {
            for (var one : taken) {
                client.updateItem(update -> update.tableName(table)
                        .key(DynamoDbOutbox.key(one.id()))
                        .updateExpression(OutboxClaim.PUT_BACK)
                        .conditionExpression(OutboxClaim.STILL_OURS)
                        .expressionAttributeValues(claim.valuesBack(one)));
            }
        } catch (Unavailable stillSilent) {
            why.addSuppressed(stillSilent);
        }
    }

    // A transaction answers nothing of what it wrote.
    private List<Map<String, AttributeValue>> read(List<Waiting> taken, OutboxClaim claim) {
        var keys = taken.stream().map(one -> DynamoDbOutbox.key(one.id())).toList();
        var items = new Batches(client)
                .get(table, keys).stream()
                        .filter(item -> text(claim.id()).equals(item.get("claimId")))
                        .collect(Collectors.toMap(item -> textOf(item, "outgoingId"), item -> item));
        return taken.stream()
                .flatMap(one -> Stream.ofNullable(items.get(one.id())))
                .toList();
    }
}
