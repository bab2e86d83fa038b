package foyer.bench;

import foyer.launch.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Compares what two requests cost one server in processor time, in turns, after warm-up. */
final class CpuPerRequest {
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 5;
    private static final int LEAST_TO_WARM = 4;
    private static final int MOST_TO_WARM = 20;
    /** Whoever gains less from one round to the next is warm. */
    private static final double STEADY = 0.97;

    private final ChildProcess server;

    CpuPerRequest(ChildProcess server) {
        this.server = server;
    }

    /** The middle one of the rounds' ratios, product over reference. */
    double ratio(String product, Load ours, String reference, Load theirs) {
        warmUp(ours, theirs);
        List<Double> ratios = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            var first = microseconds(product, ours);
            var second = microseconds(reference, theirs);
            ratios.add(first / second);
        }
        ratios.sort(Double::compare);
        return ratios.get(ROUNDS / 2);
    }

    /** Until the compiler is through with both: it takes as long as the load leaves it processors, which no clock tells. */
    private void warmUp(Load ours, Load theirs) {
        var before = Double.MAX_VALUE;
        for (var turn = 1; turn <= MOST_TO_WARM; turn++) {
            var now = microseconds(ours) + microseconds(theirs);
            if (turn >= LEAST_TO_WARM && now > STEADY * before) {
                return;
            }
            before = now;
        }
        System.out.println("  still gaining after " + MOST_TO_WARM + " rounds of warm-up");
    }

    private double microseconds(Load load) {
        return cost(load).microseconds();
    }

    private double microseconds(String name, Load load) {
        var cost = cost(load);
        System.out.printf(
                "  %-28s %8.1f µs of CPU a request  %8.0f requests a second%n",
                name, cost.microseconds(), cost.result().perSecond());
        return cost.microseconds();
    }

    private Cost cost(Load load) {
        var before = server.cpuTime();
        var result = load.run(ROUND);
        return new Cost(server.cpuTime().minus(before), result);
    }

    private record Cost(Duration used, Load.Result result) {
        double microseconds() {
            return used.toNanos() / 1e3 / result.requests();
        }
    }
}
