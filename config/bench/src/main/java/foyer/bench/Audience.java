package foyer.bench;

import foyer.demo.OrganiserTools;
import foyer.launch.Await;
import foyer.launch.MicroServer;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ten thousand screens of known behaviour that report now to one node and now to the other, twice for good measure, one of the
 * nodes killed (-9) midway. Half of the screens stop before, once they were told that all of theirs is counted. What the other
 * node answers of them is compared to the second and to the head.
 */
final class Audience {
    private static final int VIEWERS = 10_000;
    private static final int LAST_OF_EARLY_LEAVERS = 2;
    private static final int LAST = 4;
    /** Of real time between two reports, which lie closer together here than they would: no more may be claimed than went by. */
    private static final BigDecimal WATCHED = new BigDecimal("0.75");

    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MicroServer one;
    private final Herd first;
    private final Herd second;
    private final OrganiserTools other;
    private final Bars bars;
    private final int[] counted = new int[VIEWERS];

    /**
     * @param one is killed
     * @param other an organiser's tools at the node that stays
     */
    Audience(MicroServer one, int onePort, int otherPort, OrganiserTools other, Bars bars) {
        this.one = one;
        this.first = new Herd(onePort, CONNECTIONS);
        this.second = new Herd(otherPort, CONNECTIONS);
        this.other = other;
        this.bars = bars;
    }

    void isCounted(String event) {
        System.out.println("\nAn audience of ten thousand at two nodes, of which one is killed midway");
        var login = Requests.post("/api/auth/login", "{\"eventId\":\"" + event + "\"}");
        var screens = first
                .rush(IntStream.range(0, VIEWERS).mapToObj(any -> login).toList())
                .bodies()
                .stream()
                .map(Ground::json)
                .toList();
        // All of them within one minute of the clock, so that its peak is all of them.
        Await.until(PATIENCE, () -> System.currentTimeMillis() % 60_000 < 5_000);
        for (var round = 1; round <= LAST_OF_EARLY_LEAVERS; round++) {
            tell(first, screens, Audience::anybody, round);
            tell(second, screens, Audience::anybody, round);
        }
        var early = Await.until(PATIENCE, () -> told(first, screens, Audience::leavesEarly));
        tell(first, screens, viewer -> !leavesEarly(viewer) && viewer < VIEWERS / 2, 3);
        one.process().kill();
        tell(second, screens, viewer -> !leavesEarly(viewer) && viewer >= VIEWERS / 2, 3);
        var late = Await.until(PATIENCE, () -> told(second, screens, viewer -> !leavesEarly(viewer)));
        if (!early || !late) {
            throw new IllegalStateException("Not every screen was told in time that what it reported is counted.");
        }
        compare(event);
    }

    private void compare(String event) {
        var watched = WATCHED.multiply(BigDecimal.valueOf(VIEWERS / 2 * (LAST_OF_EARLY_LEAVERS + LAST)))
                .intValueExact();
        // What was read of late is answered for some seconds.
        Await.until(PATIENCE, () -> audience(event).getInt("watchSeconds") >= watched);
        var audience = audience(event);
        bars.exactly("viewers", audience.getInt("unique"), VIEWERS);
        bars.exactly("seconds watched", audience.getInt("watchSeconds"), watched);
        bars.exactly("most at once", audience.getInt("peak"), VIEWERS);
        var retention = other.read("/analytics/" + event).getJsonArray("retention");
        bars.exactly("saw the first ten seconds", retention.getJsonObject(0).getInt("viewers"), VIEWERS);
        bars.exactly("saw the next ten", retention.getJsonObject(1).getInt("viewers"), VIEWERS / 2);
    }

    private JsonObject audience(String event) {
        return other.read("/analytics/" + event).getJsonObject("audience");
    }

    private static boolean anybody(int viewer) {
        return viewer < VIEWERS;
    }

    private static boolean leavesEarly(int viewer) {
        return viewer % 4 < 2;
    }

    private static int last(int viewer) {
        return leavesEarly(viewer) ? LAST_OF_EARLY_LEAVERS : LAST;
    }

    /** Whether all of these were told by now that all of theirs is counted; those that were not ask once more. */
    private boolean told(Herd node, List<JsonObject> screens, IntPredicate those) {
        IntPredicate waiting = viewer -> those.test(viewer) && counted[viewer] < last(viewer);
        tell(node, screens, waiting, LAST);
        return IntStream.range(0, VIEWERS).noneMatch(waiting);
    }

    /** @param round no screen goes beyond its last */
    private void tell(Herd node, List<JsonObject> screens, IntPredicate those, int round) {
        var viewers = IntStream.range(0, VIEWERS).filter(those).toArray();
        var answers = node.rush(IntStream.of(viewers)
                        .mapToObj(viewer -> report(screens.get(viewer), viewer, Math.min(round, last(viewer))))
                        .toList())
                .bodies();
        for (var at = 0; at < viewers.length; at++) {
            var known = Ground.json(answers.get(at)).getInt("figuresTo", 0);
            counted[viewers[at]] = Math.max(counted[viewers[at]], known);
        }
    }

    /** Every other one goes on into the second stretch of ten seconds. */
    private static byte[] report(JsonObject screen, int viewer, int round) {
        var end = viewer % 2 == 0 ? 12 : 9;
        return Requests.post(
                "/api/sessions/" + screen.getString("sessionId") + "/heartbeat",
                "{\"position\":1,\"state\":\"playing\",\"figures\":{\"screen\":\"0123456789abcdef\",\"sequence\":"
                        + round + ",\"watched\":" + WATCHED.multiply(BigDecimal.valueOf(round)) + ",\"seen\":[[0," + end
                        + "]]}}",
                screen.getString("sessionToken"));
    }
}
