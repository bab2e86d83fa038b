package foyer.bench;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Ten thousand registrations as CSV. */
final class Export {
    private static final int MANY = 10_000;
    private static final String REMARKS = "I come by the night train, and shall be some minutes late. ".repeat(4);

    private final Ground ground;

    Export(Ground ground) {
        this.ground = ground;
    }

    void all() {
        System.out.println("\nAll of ten thousand registrations as CSV");
        var event = ground.event("email", form());
        new Herd(ground.port(), 16).rush(answered(event)).bodies();
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

    /** Three questions of the organizer's, one of them answered at some length, so that rows are as long as people make them. */
    private static JsonObjectBuilder form() {
        var remarks = Json.createObjectBuilder().add("name", "remarks").add("type", "textarea");
        var fields = Json.createArrayBuilder(List.of("name", "company")).add(remarks);
        return Json.createObjectBuilder()
                .add("registrationConfig", Json.createObjectBuilder().add("fields", fields));
    }

    private static List<byte[]> answered(String event) {
        return IntStream.range(0, MANY)
                .mapToObj(number -> Json.createObjectBuilder()
                        .add("eventId", event)
                        .add("email", Ground.address("listed", number))
                        .add(
                                "userData",
                                Json.createObjectBuilder()
                                        .add("name", "Viewer \"" + number + "\", Esq.")
                                        .add("company", "Société générale de bancs d’essai")
                                        .add("remarks", REMARKS))
                        .build())
                .map(wish -> Requests.post("/api/registrations", wish.toString()))
                .toList();
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
