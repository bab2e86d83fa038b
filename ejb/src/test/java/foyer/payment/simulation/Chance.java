package foyer.payment.simulation;

import foyer.payment.ledger.Payment;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is drawn from the seed of a life. */
final class Chance {
    final SplittableRandom random;
    private final SimulatedHouse house;

    Chance(SplittableRandom random, SimulatedHouse house) {
        this.random = random;
        this.house = house;
    }

    /** One of those that fit; null: there is none. */
    @Nullable
    Payment payment(Predicate<Payment> fit) {
        var all = house.payments.all().stream().filter(fit).toList();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    SimulatedNode node() {
        return house.nodes.get(random.nextInt(3) == 0 ? 1 : 0);
    }
}
