package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.Receipt;
import foyer.registration.Registered;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationQuery;
import foyer.registration.Registrations;
import foyer.shared.Alongside;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.Seal;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Registrations in DynamoDB, an item each; what they take and what they tell is in one transaction with them. */
final class DynamoDbRegistrations implements Registrations {
    /** The attribute that says in which part of the seats a registration's seat is counted. */
    static final String SHARD = "seatShard";

    private final StoreClient client;
    private final String table;
    private final RegistrationItems items;
    private final AddressClaims claims;
    private final Seats seats;
    private final WaitingMarks marks;
    private final Admitting admitting;
    private final Moving moving;

    DynamoDbRegistrations(
            StoreClient client,
            StoreSettings settings,
            OutboxItems outbox,
            Seal seal,
            Signatures signatures,
            Clock clock) {
        this.client = client;
        this.table = settings.table(RegistrationTables.REGISTRATIONS.name());
        this.items = new RegistrationItems(seal);
        this.claims = new AddressClaims(client, settings.table(RegistrationTables.ADDRESSES.name()), signatures);
        var counters = settings.table(RegistrationTables.SEATS.name());
        this.seats = new Seats(client, counters);
        this.marks = new WaitingMarks(client, counters);
        this.admitting = new Admitting(client, table, items, claims, seats, outbox, clock);
        this.moving = new Moving(client, table, items, claims, seats, outbox);
    }

    @Override
    public Optional<Registration> find(RegistrationId id) {
        return item(id).filter(item -> !RegistrationItems.isReceipt(item)).map(items::registration);
    }

    @Override
    public Optional<Registration> ownerOf(EventId event, EmailAddress email) {
        // Where nobody has the address somebody is looked up who is nobody, so that it takes as long.
        var owner = claims.find(event, email).orElseGet(RegistrationId::fresh);
        return find(owner).filter(found -> !found.state().over());
    }

    @Override
    public Optional<Receipt> receipt(RegistrationId id) {
        return item(id).filter(RegistrationItems::isUnusedReceipt).map(RegistrationItems::receipt);
    }

    @Override
    public Optional<Receipt> lastReceiptOf(EventId event, EmailAddress email) {
        return receipt(claims.lastReceipt(event, email).orElseGet(RegistrationId::fresh));
    }

    @Override
    public Optional<RegistrationId> ownerByReceipt(RegistrationId receipt) {
        return item(receipt)
                .filter(RegistrationItems::isReceipt)
                .map(item -> RegistrationItems.receipt(item).owner());
    }

    @Override
    public boolean waits(RegistrationId id) {
        return item(id).filter(RegistrationItems::waits).isPresent();
    }

    @Override
    public Alongside using(Receipt receipt) {
        var item = TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(RegistrationItems.key(receipt.id()))
                        .updateExpression("SET usedBy = :use")
                        .conditionExpression("attribute_exists(receiptOf) AND attribute_not_exists(usedBy)")
                        .expressionAttributeValues(Map.of(":use", text(Ids.fresh()))))
                .build();
        return new StoredAlongside(item, BadCredentials::new);
    }

    @Override
    public Registered add(Registration registration, Capacity capacity, Outgoing first, Outgoing again) {
        if (!registration.state().seated()) {
            marks.put(registration.event(), registration.createdAt());
        }
        return admitting.add(registration, capacity, first, again);
    }

    @Override
    public void replace(Registration before, Registration after, Alongside alongside, Outgoing... facts) {
        if (after.state().seated() && !before.state().seated()) {
            throw new IllegalArgumentException("Who gets a seat is seated.");
        }
        moving.replace(before, after, alongside, List.of(facts), () -> (int) item(after.id())
                .map(item -> Items.numberOf(item, SHARD))
                .orElseThrow()
                .longValue());
    }

    @Override
    public void seat(
            Registration before, Registration after, Capacity capacity, Alongside alongside, Outgoing... facts) {
        moving.seat(before, after, capacity, alongside, List.of(facts));
    }

    @Override
    public boolean full(EventId event, Capacity capacity) {
        return seats.read(event).full(capacity);
    }

    @Override
    public Page<Registration> list(RegistrationQuery query) {
        return new RegistrationListing(client, table, items).list(query);
    }

    @Override
    public List<Registration> heldBefore(Instant moment, int most) {
        var held = new ArrayList<Registration>();
        for (var lane = 0; lane < RegistrationItems.HOLD_LANES; lane++) {
            held.addAll(indexed(
                    RegistrationTables.HELD,
                    "holdLane = :lane AND heldUntil <= :moment",
                    RegistrationItems.before(moment, lane),
                    most));
        }
        return held;
    }

    @Override
    public List<EventId> awaited() {
        return marks.all();
    }

    @Override
    public List<Registration> waiting(EventId event, int most) {
        return indexed(
                RegistrationTables.WAITING, "waitingEvent = :event", Map.of(":event", text(event.value())), most);
    }

    @Override
    public void endWaiting(EventId event, Instant now) {
        seats.letGo(event);
        marks.remove(event, now);
    }

    private List<Registration> indexed(String index, String condition, Map<String, AttributeValue> values, int most) {
        return client
                .query(query -> query.tableName(table)
                        .indexName(index)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values)
                        .limit(most))
                .items()
                .stream()
                .map(items::registration)
                .toList();
    }

    private Optional<Map<String, AttributeValue>> item(RegistrationId id) {
        var answer = client.getItem(
                get -> get.tableName(table).key(RegistrationItems.key(id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    static AttributeValue shard(int number) {
        return number(number);
    }
}
