package foyer.sandbox.stripe.book;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens by itself when its time has come. */
final class Agenda {
    private record Item(Instant at, long turn, Runnable work) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::turn));
    private long turns;

    void add(Instant at, Runnable work) {
        items.add(new Item(at, turns, work));
        turns++;
    }

    /** Does what is due, in the order of its time; what that adds is done too if it is due. */
    void doUntil(Instant now) {
        for (var next = items.peek(); next != null && !next.at().isAfter(now); next = items.peek()) {
            items.remove();
            next.work().run();
        }
    }
}
