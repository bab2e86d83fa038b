package foyer.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Ten thousand viewers who have their right, within a minute by each way, and then a minute of their heartbeats. A tenth as many
 * come before, so that the server is warm, and each herd to a server that has nothing else to do, see {@link Lull}.
 *
 * <p>Whoever comes by link, paid or not, had another screen when they registered, which makes way for this one. That costs the
 * store five calls; somebody who registered two days ago makes three.
 *
 * <p>Left out are those who register or pay while the herd comes, and the letters that tell of it: a link is known from its
 * letter, so who comes by one has had theirs. Left out are several nodes, too.
 */
final class Herds {
    private static final int MANY = 10_000;
    private static final int FIRST = MANY / 10;
    private static final int CONNECTIONS = 32;
    /** Every 20 seconds, as {@code foyer.heartbeat.every} has it. */
    private static final int BEATS_A_MINUTE = 3;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration THIRTY_SECONDS = Duration.ofSeconds(30);
    /** Twice as long as from one round of the timer that counts to the next. */
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(10);

    private final Ground ground;

    Herds(Ground ground) {
        this.ground = ground;
    }

    /** By nothing, the shared password, a link and a payment. */
    void all() {
        System.out.println("\nTen thousand viewers within a minute, and a minute of their heartbeats");
        var logins = new Logins(ground);
        try (var lull = new Lull(ground.store())) {
            steadily(herd("none", everybody(logins.freely()), lull), lull);
            herd("shared password", everybody(logins.bySharedPassword()), lull);
            herd("link", logins.byLink(FIRST + MANY), lull);
            herd("paid", logins.byPayment(FIRST + MANY), lull);
        }
    }

    private static List<byte[]> everybody(byte[] login) {
        return Collections.nCopies(FIRST + MANY, login);
    }

    /** Answers the screens that came. */
    private List<Reports> herd(String way, List<byte[]> logins, Lull lull) {
        lull.await();
        comeFirst(logins.subList(0, FIRST));
        var before = ground.heap();
        var herd = new Herd(ground.port(), CONNECTIONS);
        var opened = herd.come(logins.subList(FIRST, FIRST + MANY), MINUTE);
        var tokens = opened.bodies();
        ground.bars().atMost("p99 of opening, " + way + ", ms", opened.waits().quantile(0.99), 250);
        var screens = Reports.of(tokens);
        var minute = Collections.nCopies(BEATS_A_MINUTE, screens).stream()
                .flatMap(List::stream)
                .map(Reports::next)
                .toList();
        var beating = herd.come(minute, MINUTE);
        beating.bodies();
        var grown = ground.heap() - before;
        lull.begin();
        ground.bars().atMost("heap of ten thousand sessions, " + way + ", MB", grown / 1e6, 5);
        ground.bars()
                .atMost("p99 of heartbeats, " + way + ", ms", beating.waits().quantile(0.99), 250);
        return screens;
    }

    /**
     * What a server keeps for its first callers it does not keep for each of them. They report twice, which is counted within some
     * seconds, so that what the server holds of them is the same before and after.
     */
    private void comeFirst(List<byte[]> logins) {
        var first = new Herd(ground.port(), CONNECTIONS);
        var screens = Reports.of(first.rush(logins).bodies());
        for (var turn = 0; turn < 2; turn++) {
            first.rush(screens.stream().map(Reports::next).toList()).bodies();
        }
        Lull.pause(COUNTED_WITHIN);
    }

    /** Ten thousand that report once in thirty seconds. */
    private void steadily(List<Reports> screens, Lull lull) {
        var beating = new Herd(ground.port(), CONNECTIONS)
                .come(screens.stream().map(Reports::next).toList(), THIRTY_SECONDS);
        beating.bodies();
        lull.begin();
        ground.bars()
                .atMost("p99 of heartbeats, 330 a second, ms", beating.waits().quantile(0.99), 20);
    }
}
