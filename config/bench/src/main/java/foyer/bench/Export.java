package foyer.bench;

import jakarta.json.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Ten thousand registrations as CSV. */
final class Export {
    private static final int MANY = 10_000;

    private final Ground ground;

    Export(Ground ground) {
        this.ground = ground;
    }

    void all() {
        System.out.println("\nAll of ten thousand registrations as CSV");
        var event = ground.event("email", Json.createObjectBuilder());
        new Herd(ground.port(), 16)
                .rush(Ground.registrations(event, "listed", MANY, ""))
                .bodies();
        var first = export(event, line -> {});
        var before = kept();
        var second = export(event, line -> {});
        var after = kept();
        var midway = new AtomicLong();
        export(event, line -> {
            if (line == MANY / 2) {
                midway.set(kept());
            }
        });
        ground.bars().atMost("export, seconds", Math.max(first.toMillis(), second.toMillis()) / 1e3, 60);
        ground.bars().atMost("heap that an export keeps, MB", (after - before) / 1e6, 1);
        ground.bars().atMost("heap in the midst of an export, MB", (midway.get() - before) / 1e6, 2);
    }

    private long kept() {
        return Heap.kept(ground.server().process());
    }

    private Duration export(String event, LongConsumer reader) {
        var started = System.nanoTime();
        var lines = ground.tools().exported(event, reader);
        if (lines != MANY + 1) {
            throw new IllegalStateException("Exported " + lines + " lines.");
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
