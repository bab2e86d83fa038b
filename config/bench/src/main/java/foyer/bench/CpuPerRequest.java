package foyer.bench;

import foyer.launch.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares what two requests cost one server in processor time, in turns, after warm-up. */
final class CpuPerRequest {
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 5;

    private final ChildProcess server;

    CpuPerRequest(ChildProcess server) {
        this.server = server;
    }

    /** The middle one of the rounds' ratios, product over reference. */
    double ratio(String product, Load ours, String reference, Load theirs) {
        for (var turn = 0; turn < 2; turn++) {
            ours.run(WARM_UP.dividedBy(2));
            theirs.run(WARM_UP.dividedBy(2));
        }
        List<Double> ratios = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            var first = microseconds(product, ours);
            var second = microseconds(reference, theirs);
            ratios.add(first / second);
        }
        ratios.sort(Double::compare);
        return ratios.get(ROUNDS / 2);
    }

    private double microseconds(String name, Load load) {
        var before = server.cpuTime();
        var result = load.run(ROUND);
        var used = server.cpuTime().minus(before);
        var each = used.toNanos() / 1e3 / result.requests();
        System.out.printf(
                "  %-28s %8.1f µs of CPU a request  %8.0f requests a second%n", name, each, result.perSecond());
        return each;
    }
}
