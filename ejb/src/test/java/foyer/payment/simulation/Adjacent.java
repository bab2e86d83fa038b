package foyer.payment.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often each deed followed each. */
final class Adjacent {
    private final Map<Pair, Integer> times = new HashMap<>();

    /** Two deeds, one right after the other. */
    record Pair(Deed before, Deed after) {}

    /** How often that was. */
    record Counted(Pair pair, int times) {
        @Override
        public String toString() {
            return "%,7d  %s, %s".formatted(times, pair.before(), pair.after());
        }
    }

    void count(@Nullable Deed before, Deed after) {
        if (before != null) {
            times.merge(new Pair(before, after), 1, Integer::sum);
        }
    }

    /** The rarest first. */
    List<Counted> pairs() {
        return Stream.of(Deed.values())
                .flatMap(before -> Stream.of(Deed.values()).map(after -> new Pair(before, after)))
                .map(pair -> new Counted(pair, times.getOrDefault(pair, 0)))
                .sorted(Comparator.comparingInt(Counted::times))
                .toList();
    }
}
