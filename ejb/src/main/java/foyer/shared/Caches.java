package foyer.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** How a node remembers for a while what it has found out. */
public final class Caches {
    private Caches() {}

    /** That goes by the clock that everybody is given, and is kept in order by whoever uses it, on no thread of its own. */
    public static Caffeine<Object, Object> by(Clock clock) {
        return Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run);
    }
}
