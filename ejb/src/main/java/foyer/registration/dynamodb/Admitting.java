package foyer.registration.dynamodb;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.Registered;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.SoldOut;
import foyer.shared.Outgoing;
import foyer.shared.dynamodb.Attempts;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes a registration with its seat, its address and its letter in one transaction, or a receipt in one of the same
 * shape: first the address is claimed, which tells the two apart, and from then on neither does a call that the other
 * would not do.
 */
final class Admitting {
    private static final int KEPT = 0;
    private static final int ADDRESS = 1;
    private static final int SEAT = 3;

    private final StoreClient client;
    private final String table;
    private final RegistrationItems items;
    private final AddressClaims claims;
    private final Seats seats;
    private final OutboxItems outbox;
    private final LastSeats lastSeats;
    private final ConcurrentMap<EventId, Integer> atOnce = new ConcurrentHashMap<>();

    Admitting(
            StoreClient client,
            String table,
            RegistrationItems items,
            AddressClaims claims,
            Seats seats,
            OutboxItems outbox,
            Clock clock) {
        this.client = client;
        this.table = table;
        this.items = items;
        this.claims = claims;
        this.seats = seats;
        this.outbox = outbox;
        this.lastSeats = new LastSeats(seats::read, clock);
    }

    Registered add(Registration registration, Capacity capacity, Outgoing first, Outgoing again) {
        if (!registration.state().seated()) {
            return add(registration, capacity, anyPart(), first, again);
        }
        var event = registration.event();
        var many = atOnce.merge(event, 1, Integer::sum);
        try {
            return seat(registration, capacity, many, first, again);
        } finally {
            atOnce.computeIfPresent(event, (same, others) -> others == 1 ? null : others - 1);
        }
    }

    private Registered seat(Registration registration, Capacity capacity, int atOnce, Outgoing first, Outgoing again) {
        var event = registration.event();
        if (!lastSeats.of(event, capacity, atOnce)) {
            return add(registration, capacity, anyPart(), first, again);
        }
        // Whoever finds every seat taken stands in no line.
        partToTry(event, capacity);
        return lastSeats.inTurn(event, () -> {
            var part = partToTry(event, capacity);
            return add(registration, capacity, part, first, again);
        });
    }

    private Registered add(Registration registration, Capacity capacity, int part, Outgoing first, Outgoing again) {
        var seated = registration.state().seated();
        var attempts = new Attempts();
        while (true) {
            var owner = claims.claim(registration);
            if (owner.filter(registration.id()::equals).isPresent()) {
                return new Registered(registration, true);
            }
            var letter = owner.isEmpty() ? first : again;
            try {
                if (seated
                        ? seated(registration, owner, capacity, part, letter)
                        : waiting(registration, owner, letter)) {
                    return new Registered(registration, owner.isEmpty());
                }
            } catch (SoldOut none) {
                lastSeats.refuse(registration.event());
                claims.release(registration);
                throw none;
            }
            // The claim is somebody else's meanwhile, or its owner has gone.
            attempts.pause();
        }
    }

    /** False when the claim is not what it was. */
    private boolean seated(
            Registration registration, Optional<RegistrationId> owner, Capacity capacity, int part, Outgoing letter) {
        var attempts = new Attempts();
        var shard = part;
        while (true) {
            var parts = parts(registration, owner, letter, shard);
            parts.add(seats.take(registration.event(), shard, capacity, owner.isEmpty() ? 1 : 0));
            var refused = attempts.write(client, parts);
            if (!onlySeatRefused(refused)) {
                return written(refused);
            }
            shard = partWithRoom(registration.event(), capacity, attempts);
        }
    }

    private boolean waiting(Registration registration, Optional<RegistrationId> owner, Outgoing letter) {
        return written(new Attempts().write(client, parts(registration, owner, letter, -1)));
    }

    private static boolean onlySeatRefused(Optional<TransactionCanceledException> refused) {
        return refused.filter(cancelled -> !StoreFailures.conditionFailed(cancelled, KEPT)
                        && !StoreFailures.conditionFailed(cancelled, ADDRESS)
                        && StoreFailures.conditionFailed(cancelled, SEAT))
                .isPresent();
    }

    /** Whether it is there, by this call or by one before it; false when the claim is not what it was. */
    private static boolean written(Optional<TransactionCanceledException> refused) {
        if (refused.isEmpty() || StoreFailures.conditionFailed(refused.get(), KEPT)) {
            return true;
        }
        if (StoreFailures.conditionFailed(refused.get(), ADDRESS)) {
            return false;
        }
        throw refused.get();
    }

    /**
     * Fails with {@link SoldOut} when no part has room and somebody was refused a moment ago: then nothing is written.
     * Before anybody was, the claim decides, for whoever took the last seat may not have heard so and calls again.
     */
    private int partToTry(EventId event, Capacity capacity) {
        try {
            return partWithRoom(event, capacity, new Attempts());
        } catch (SoldOut none) {
            if (!lastSeats.refusedLately(event)) {
                return anyPart();
            }
            lastSeats.refuse(event);
            throw none;
        }
    }

    /** A part that had room when it was looked at; fails with {@link SoldOut} when none has. */
    private int partWithRoom(EventId event, Capacity capacity, Attempts attempts) {
        var plan = lastSeats.look(event);
        if (plan.isOlderThan(capacity)) {
            seats.lay(event, capacity);
            attempts.pause();
            plan = lastSeats.look(event);
            if (plan.isOlderThan(capacity)) {
                return anyPart();
            }
        }
        return plan.withRoom().orElseThrow(SoldOut::new).number();
    }

    private static int anyPart() {
        return ThreadLocalRandom.current().nextInt(Seats.SHARDS);
    }

    private List<TransactWriteItem> parts(
            Registration registration, Optional<RegistrationId> owner, Outgoing letter, int shard) {
        return new ArrayList<>(
                List.of(kept(registration, owner, shard), claims.settle(registration, owner), outbox.write(letter)));
    }

    private TransactWriteItem kept(Registration registration, Optional<RegistrationId> owner, int shard) {
        var item = new HashMap<>(
                owner.isEmpty() ? items.item(registration) : RegistrationItems.receipt(registration, owner.get()));
        if (shard >= 0) {
            item.put(DynamoDbRegistrations.SHARD, DynamoDbRegistrations.shard(shard));
        }
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(registrationId)"))
                .build();
    }
}
