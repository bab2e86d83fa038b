package foyer.bench;

import jakarta.json.Json;
import java.time.Duration;

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
        var first = export(event);
        var before = Heap.kept(ground.server().process());
        var second = export(event);
        var grown = Heap.kept(ground.server().process()) - before;
        ground.bars().atMost("export, seconds", Math.max(first.toMillis(), second.toMillis()) / 1e3, 60);
        ground.bars().atMost("heap kept by an export, MB", grown / 1e6, 1);
    }

    private Duration export(String event) {
        var started = System.nanoTime();
        var lines = ground.tools().exported(event);
        if (lines != MANY + 1) {
            throw new IllegalStateException("Exported " + lines + " lines.");
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
