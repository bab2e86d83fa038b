package foyer.registration.dynamodb;

import foyer.registration.Capacity;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All parts of an event's seats, as they were read.
 *
 * @param awaited whether somebody waits for a seat, or did lately
 */
record SeatPlan(List<SeatShard> shards, boolean awaited) {
    SeatPlan {
        shards = List.copyOf(shards);
    }

    /** Whether this capacity is to be spread: it differs, and is of a newer version than what was spread last. */
    boolean isOlderThan(Capacity capacity) {
        return shards.stream()
                .anyMatch(shard ->
                        shard.capacity() != capacity.seats() && shard.eventVersion() < capacity.eventVersion());
    }

    boolean full(Capacity capacity) {
        return !isOlderThan(capacity) && shards.stream().noneMatch(SeatShard::hasRoom);
    }

    boolean roomEverywhere() {
        return shards.stream().allMatch(SeatShard::hasRoom);
    }

    /** How many seats may still be taken. */
    long left() {
        return shards.stream()
                .filter(SeatShard::hasRoom)
                .mapToLong(shard -> shard.limit() - shard.taken())
                .sum();
    }

    Optional<SeatShard> withRoom() {
        return any(SeatShard::hasRoom);
    }

    Optional<SeatShard> withOffered() {
        return any(shard -> shard.offered() > 0);
    }

    // At random, so that many who look for the last seats do not all try the same part.
    private Optional<SeatShard> any(Predicate<SeatShard> wanted) {
        var found = shards.stream().filter(wanted).collect(Collectors.toList());
        Collections.shuffle(found, ThreadLocalRandom.current());
        return found.stream().findFirst();
    }
}
