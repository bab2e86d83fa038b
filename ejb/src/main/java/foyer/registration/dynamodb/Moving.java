package foyer.registration.dynamodb;

import foyer.registration.Capacity;
import foyer.registration.Registration;
import foyer.registration.SoldOut;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoredAlongside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes what becomes of a registration, with the seat and the address that it gives up or gets. */
final class Moving {
    private static final int KEPT = 0;

    private final StoreClient client;
    private final String table;
    private final RegistrationItems items;
    private final AddressClaims claims;
    private final Seats seats;
    private final OutboxItems outbox;

    Moving(
            StoreClient client,
            String table,
            RegistrationItems items,
            AddressClaims claims,
            Seats seats,
            OutboxItems outbox) {
        this.client = client;
        this.table = table;
        this.items = items;
        this.claims = claims;
        this.seats = seats;
        this.outbox = outbox;
    }

    void replace(
            Registration before, Registration after, Alongside alongside, List<Outgoing> facts, IntSupplier shard) {
        var leaves = before.state().seated() && !after.state().seated();
        write(alongside, facts, () -> {
            var parts = new ArrayList<TransactWriteItem>();
            parts.add(Replacement.of(table, items, before, after, null));
            if (leaves) {
                parts.addAll(seats.leave(after.event(), shard.getAsInt(), seats.read(after.event())));
            }
            if (after.state().over() && !before.state().over()) {
                parts.add(claims.free(after));
            }
            return parts;
        });
    }

    void seat(Registration before, Registration after, Capacity capacity, Alongside alongside, List<Outgoing> facts) {
        var returns = before.state().over();
        var others = returns ? Alongside.of(alongside, claims.reclaim(after)) : alongside;
        write(others, facts, () -> {
            seats.lay(after.event(), capacity);
            var plan = seats.read(after.event());
            // What is put aside is for those who wait.
            var offered = returns ? Optional.<SeatShard>empty() : plan.withOffered();
            var shard = offered.or(plan::withRoom).orElseThrow(SoldOut::new).number();
            var parts = new ArrayList<TransactWriteItem>();
            parts.add(Replacement.of(table, items, before, after, shard));
            parts.add(
                    offered.isPresent()
                            ? seats.takeOffered(after.event(), shard)
                            : seats.take(after.event(), shard, capacity, 1));
            return parts;
        });
    }

    // Made anew each time: the seats are others by then. What was told before is not told again, and keeps nothing
    // back.
    private void write(Alongside alongside, List<Outgoing> facts, Supplier<List<TransactWriteItem>> parts) {
        var attempts = new Attempts();
        var others = StoredAlongside.in(alongside);
        var news = facts;
        while (true) {
            var made = parts.get();
            var place = made.size();
            others.forEach(other -> made.add(other.item()));
            var first = made.size();
            news.forEach(fact -> made.add(outbox.write(fact)));
            var refused = attempts.write(client, made);
            if (refused.isEmpty()) {
                return;
            }
            if (StoreFailures.conditionFailed(refused.get(), KEPT)) {
                throw new VersionConflict("registration");
            }
            StoredAlongside.refuse(others, refused.get(), place);
            var untold = OutboxItems.untold(news, refused.get(), first);
            if (untold.size() == news.size()) {
                attempts.pause();
            }
            news = untold;
        }
    }
}
