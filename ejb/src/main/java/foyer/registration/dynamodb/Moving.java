package foyer.registration.dynamodb;

import foyer.registration.Capacity;
import foyer.registration.Registration;
import foyer.registration.SoldOut;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.dynamodb.JointWrite;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes what becomes of a registration, with the seat and the address that it gives up or gets. */
final class Moving {
    private final String table;
    private final RegistrationItems items;
    private final AddressClaims claims;
    private final Seats seats;
    private final JointWrite joint;

    Moving(
            StoreClient client,
            String table,
            RegistrationItems items,
            AddressClaims claims,
            Seats seats,
            OutboxItems outbox) {
        this.table = table;
        this.items = items;
        this.claims = claims;
        this.seats = seats;
        this.joint = new JointWrite(client, outbox, "registration");
    }

    void replace(
            Registration before, Registration after, Alongside alongside, List<Outgoing> facts, IntSupplier shard) {
        var leaves = before.state().seated() && !after.state().seated();
        joint.write(
                () -> {
                    var parts = new ArrayList<TransactWriteItem>();
                    parts.add(Replacement.of(table, items, before, after, null));
                    if (leaves) {
                        parts.addAll(seats.leave(after.event(), shard.getAsInt(), seats.read(after.event())));
                    }
                    if (after.state().over() && !before.state().over()) {
                        parts.add(claims.free(after));
                    }
                    return parts;
                },
                alongside,
                facts);
    }

    void seat(Registration before, Registration after, Capacity capacity, Alongside alongside, List<Outgoing> facts) {
        var returns = before.state().over();
        var others = returns ? Alongside.of(alongside, claims.reclaim(after)) : alongside;
        joint.write(
                () -> {
                    seats.lay(after.event(), capacity);
                    var plan = seats.read(after.event());
                    // What is put aside is for those who wait.
                    var offered = returns ? Optional.<SeatShard>empty() : plan.withOffered();
                    var shard =
                            offered.or(plan::withRoom).orElseThrow(SoldOut::new).number();
                    var parts = new ArrayList<TransactWriteItem>();
                    parts.add(Replacement.of(table, items, before, after, shard));
                    parts.add(
                            offered.isPresent()
                                    ? seats.takeOffered(after.event(), shard)
                                    : seats.take(after.event(), shard, capacity, 1));
                    return parts;
                },
                others,
                facts);
    }
}
