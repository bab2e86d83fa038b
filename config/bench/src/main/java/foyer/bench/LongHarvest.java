package foyer.bench;

import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Whether the recording of twenty minutes that were live begins with its event and ends where it was stopped. */
final class LongHarvest {
    private static final Duration LENGTH = Duration.ofMinutes(20);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double SEGMENT_SECONDS = 2;

    private final Clock clock = Clock.systemUTC();
    private final Ground ground;
    private final Path logs;

    LongHarvest(Ground ground, Path logs) {
        this.ground = ground;
        this.logs = logs;
    }

    void measure() {
        System.out.println("\nA recording of twenty minutes that were live");
        var starts = clock.instant().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        var event = event(starts);
        var stream = "/events/" + event + "/stream";
        var ingest = ground.tools().post(stream, JsonValue.EMPTY_JSON_OBJECT).getJsonObject("ingest");
        await("The channel does not run.", () -> seen(stream).getString("state").equals("RUNNING"));
        Instant began;
        Instant stopped;
        try (var encoder = ClockedEncoder.sendingTo(ingest, logs)) {
            Await.until(AHEAD.plus(LENGTH), () -> !clock.instant().isBefore(starts.plus(LENGTH)));
            if (!encoder.process().alive()) {
                throw new IllegalStateException("The encoder has ended.");
            }
            began = encoder.began();
            stopped = clock.instant();
            ground.tools().post(stream + "/stop", JsonValue.EMPTY_JSON_OBJECT);
        }
        await("There is no recording.", () -> seen(stream).containsKey("recordingId"));
        var recording = seen(stream).getString("recordingId");
        var shown = ClockedEncoder.shownFirst(ground.media().resolve(event).resolve(recording));
        var length = ground.tools()
                .read("/events/" + event + "/video/" + recording)
                .getJsonNumber("durationMillis")
                .longValue();
        compare(starts, stopped, began.plus(shown), length);
    }

    /** @param begins when its first picture was made, by the encoder's clock in it; the encoder's own start is in it */
    private void compare(Instant starts, Instant stopped, Instant begins, long length) {
        var ends = begins.plusMillis(length);
        System.out.printf(
                Locale.ROOT,
                "  %.2f s long; begins %.2f s and ends %.2f s after what was asked%n",
                length / 1e3,
                seconds(starts, begins),
                seconds(stopped, ends));
        ground.bars().atMost("recording's beginning, seconds off", Math.abs(seconds(starts, begins)), SEGMENT_SECONDS);
        ground.bars().atMost("recording's end, seconds off", Math.abs(seconds(stopped, ends)), SEGMENT_SECONDS);
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1e3;
    }

    private String event(Instant starts) {
        return ground.tools()
                .publish(Json.createObjectBuilder()
                        .add("title", "Twenty minutes")
                        .add("authType", "none")
                        .add("startsAt", starts.atOffset(ZoneOffset.UTC).toString())
                        .add(
                                "endsAt",
                                starts.plus(Duration.ofHours(1))
                                        .atOffset(ZoneOffset.UTC)
                                        .toString())
                        .add("timeZone", "UTC")
                        .build());
    }

    private JsonObject seen(String stream) {
        return ground.tools().read(stream);
    }

    private static void await(String otherwise, BooleanSupplier condition) {
        if (!Await.until(PATIENCE, condition)) {
            throw new IllegalStateException(otherwise);
        }
    }
}
