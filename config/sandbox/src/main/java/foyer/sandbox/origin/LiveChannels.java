package foyer.sandbox.origin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The live channels by name. One that was never started is not there. */
final class LiveChannels {
    private final ConcurrentMap<String, LiveRun> runs = new ConcurrentHashMap<>();
    private final Clock clock;

    LiveChannels(Clock clock) {
        this.clock = clock;
    }

    /** Starting one that runs changes nothing. */
    void start(String name) {
        var now = clock.instant();
        runs.compute(name, (same, run) -> {
            if (run == null) {
                return LiveRun.firstFrom(now);
            }
            return run.isStopped() ? run.again(now) : run;
        });
    }

    /** Stopping one that does not run changes nothing. */
    void stop(String name) {
        var now = clock.instant();
        runs.computeIfPresent(name, (same, run) -> run.stop(now));
    }

    Optional<LiveRun> find(String name) {
        return Optional.ofNullable(runs.get(name));
    }

    Map<String, LiveRun> all() {
        return Map.copyOf(runs);
    }
}
