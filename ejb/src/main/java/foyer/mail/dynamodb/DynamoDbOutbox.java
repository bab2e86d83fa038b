package foyer.mail.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.textOf;

import foyer.mail.Dispatch;
import foyer.mail.Outbox;
import foyer.mail.Waiting;
import foyer.shared.Ids;
import foyer.shared.Journal;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The outbox in DynamoDB. A claim moves the due time to its end, on condition that it is still as it was seen: so the due
 * time is lock and lease in one, and nobody sees in the index what is taken up. Each condition also lets its own write pass
 * again, for the SDK repeats a call whose answer was lost.
 */
@ApplicationScoped
class DynamoDbOutbox implements Outbox {
    private static final Journal JOURNAL = Journal.of(DynamoDbOutbox.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration UNREADABLE_KEPT = Duration.ofDays(30);

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Inject
    OutboxItems items;

    @Override
    public void write(Outgoing outgoing) {
        try {
            client.transactWriteItems(transaction -> transaction.transactItems(items.write(outgoing)));
        } catch (TransactionCanceledException refused) {
            if (!StoreFailures.conditionFailed(refused, 0)) {
                throw new Unavailable("The store is busy. Please try again in a moment.", SOON, refused);
            }
        }
    }

    @Override
    public int lanes() {
        return OutboxItems.LANES;
    }

    @Override
    public List<Waiting> due(String kind, int lane, Instant now, int most) {
        var answer = client.query(query -> query.tableName(table())
                .indexName(OutboxItems.WAITING)
                // Not all the letters: in a rush most of those that are seen wait for another round.
                .projectionExpression("outgoingId, dueAt")
                .keyConditionExpression("lane = :lane AND dueAt <= :now")
                .expressionAttributeValues(
                        Map.of(":lane", text(OutboxItems.lane(kind, lane)), ":now", number(now.toEpochMilli())))
                .limit(most));
        return answer.items().stream()
                .map(StoredItem::new)
                .map(item -> new Waiting(item.text("outgoingId"), item.instant("dueAt")))
                .toList();
    }

    @Override
    public Optional<Dispatch> claim(Waiting seen, Instant until) {
        var claim = new OutboxClaim(Ids.fresh(), until);
        try {
            var claimed = client.updateItem(update -> update.tableName(table())
                    .key(key(seen.id()))
                    .updateExpression(OutboxClaim.UPDATE)
                    .conditionExpression(OutboxClaim.CONDITION)
                    .expressionAttributeValues(claim.values(seen))
                    .returnValues(ReturnValue.ALL_NEW));
            return opened(claimed.attributes(), claim.id());
        } catch (ConditionalCheckFailedException fasterOnes) {
            return Optional.empty();
        }
    }

    @Override
    public List<Dispatch> claim(List<Waiting> seen, Instant until) {
        return seen.size() == 1
                ? claim(seen.get(0), until).stream().toList()
                : new ClaimOfSeveral(client, table())
                        .take(seen, until).stream()
                                .flatMap(item -> opened(item, textOf(item, "claimId")).stream())
                                .toList();
    }

    @Override
    public void putBack(Dispatch claimed, Waiting seen) {
        change(
                claimed,
                OutboxClaim.PUT_BACK,
                OutboxClaim.STILL_OURS,
                Map.of(":seen", number(seen.due().toEpochMilli()), ":one", number(1)));
    }

    @Override
    public void settle(Dispatch claimed, Instant keptUntil) {
        change(
                claimed,
                "SET keptUntil = :kept, toldBy = :claim REMOVE lane, claimId, sealedFacts, trouble",
                "claimId = :claim OR toldBy = :claim",
                Map.of(":kept", number(keptUntil.getEpochSecond())));
    }

    @Override
    public void postpone(Dispatch claimed, Instant due, String why) {
        change(
                claimed,
                "SET dueAt = :due, trouble = :why REMOVE claimId",
                "claimId = :claim",
                Map.of(":due", number(due.toEpochMilli()), ":why", text(why)));
    }

    @Override
    public void bury(Dispatch claimed, Instant now, Instant keptUntil, String why) {
        var values = Map.of(
                ":grave", text(OutboxReading.GRAVE),
                ":now", number(now.toEpochMilli()),
                ":kept", number(keptUntil.getEpochSecond()),
                ":why", text(why));
        change(
                claimed,
                "SET diedIn = lane, lane = :grave, dueAt = :now, keptUntil = :kept, trouble = :why REMOVE claimId",
                "claimId = :claim",
                values);
    }

    @Override
    public Page<Dispatch> buried(Set<String> kinds, int limit, @Nullable String position) {
        return new OutboxReading(client, table(), items).buried(kinds, limit, position);
    }

    @Override
    public void revive(String id, Instant now) {
        try {
            client.updateItem(update -> update.tableName(table())
                    .key(key(id))
                    .updateExpression("SET lane = diedIn, dueAt = :now, attempts = :none REMOVE keptUntil, trouble")
                    .conditionExpression("lane = :grave OR (lane = diedIn AND dueAt = :now)")
                    .expressionAttributeValues(Map.of(
                            ":now", number(now.toEpochMilli()),
                            ":none", number(0),
                            ":grave", text(OutboxReading.GRAVE))));
        } catch (ConditionalCheckFailedException neverGivenUp) {
            throw new NotFound("dead letter");
        }
    }

    // What cannot be opened now cannot be opened later, and must not stand in the way of all others.
    private Optional<Dispatch> opened(Map<String, AttributeValue> item, String claim) {
        try {
            return Optional.of(OutboxReading.dispatch(items.read(item), item));
        } catch (IllegalStateException unreadable) {
            JOURNAL.alert("Something in the outbox cannot be opened.", Map.of(), unreadable);
            var stored = new StoredItem(item);
            var ends = stored.instant("dueAt");
            var closed = new Dispatch(OutboxReading.closed(stored), claim, 0, null);
            bury(closed, ends, ends.plus(UNREADABLE_KEPT), "It was sealed under another secret.");
            return Optional.empty();
        }
    }

    // A claim that has lapsed meanwhile is another's affair now.
    private void change(Dispatch claimed, String update, String condition, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":claim", text(claimed.claim()));
        try {
            client.updateItem(change -> change.tableName(table())
                    .key(key(claimed.outgoing().id()))
                    .updateExpression(update)
                    .conditionExpression(condition)
                    .expressionAttributeValues(all));
        } catch (ConditionalCheckFailedException takenOver) {
            JOURNAL.note(
                    "A claim in the outbox had lapsed.",
                    Map.of("outgoingId", claimed.outgoing().id()));
        }
    }

    private String table() {
        return settings.table(OutboxItems.TABLE);
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("outgoingId", text(id));
    }
}
