package foyer.analytics;

import foyer.shared.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes on one store that hear of the same screens, and all count at once: each has looked before the first one counts. */
public final class SeveralNodes {
    private static final long WATCHED_SECONDS = 30;

    private SeveralNodes() {}

    /** What is counted of so many viewers that watched half a minute each, and told every node of it. */
    public static Counts hearTheSame(Tallies tallies, int nodes, int viewers) throws Exception {
        var everybody = new CyclicBarrier(nodes);
        var first = SomeAudience.on(new Meeting(tallies, everybody));
        var all = new ArrayList<>(List.of(first));
        Stream.generate(() -> first.onAnotherNode(new Meeting(tallies, everybody)))
                .limit(nodes - 1L)
                .forEach(all::add);
        var watching =
                IntStream.range(0, viewers).mapToObj(any -> first.aViewer()).toList();
        first.pass(Duration.ofMinutes(1));
        for (var node : all) {
            for (var viewer : watching) {
                viewer.tells(node, Map.of("watched", WATCHED_SECONDS, "seen", List.of(List.of(0L, WATCHED_SECONDS))));
            }
        }
        for (var round = 0; round < 10; round++) {
            Crowd.of(nodes, node -> {
                all.get(node).timer.count();
                return true;
            });
        }
        return first.counts();
    }

    public static long watchedMillis(int viewers) {
        return viewers * WATCHED_SECONDS * 1_000;
    }
}
