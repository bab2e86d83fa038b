package foyer.media.aws;

import static org.assertj.core.api.Assumptions.assumeThat;

import foyer.media.Broadcast;
import foyer.media.Ingest;
import foyer.media.LiveOrigin;
import foyer.media.LiveOriginContract;
import foyer.media.RecordingId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The contract on AWS itself. It needs credentials where the SDK finds them, ffmpeg, {@code FOYER_AWS_BUCKET}, {@code FOYER_AWS_ROLE},
 * {@code FOYER_AWS_REGION}, {@code FOYER_AWS_LIVE_ROLE}, {@code FOYER_AWS_CHANNEL_GROUP}, {@code FOYER_AWS_DISTRIBUTION}, in
 * {@code FOYER_AWS_ADDRESS} where that delivers for the test without asking for a right, and as {@code FOYER_AWS_COST_CAP} what it may
 * cost in dollars: some fifteen channels for some ten minutes each, below thirty cents apiece. What a run that was cut short leaves
 * behind is in no other's way and can be retired by its tags.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AwsLiveOriginOnAwsIT implements LiveOriginContract {
    private static final double WHAT_IT_COSTS = 5;
    // Metrics come by the minute.
    private static final long A_WHILE = TimeUnit.MINUTES.toNanos(3);

    private @Nullable AwsLiveOrigin origin;
    private @Nullable AwsConnection connection;

    @BeforeAll
    void askWhetherItMayCostMoney() {
        for (var name : new String[] {
            "BUCKET", "ROLE", "REGION", "LIVE_ROLE", "CHANNEL_GROUP", "DISTRIBUTION", "ADDRESS", "COST_CAP"
        }) {
            assumeThat(variable(name))
                    .as("This runs on AWS alone: FOYER_AWS_" + name)
                    .isNotEmpty();
        }
        assumeThat(Double.parseDouble(variable("COST_CAP")))
                .as("FOYER_AWS_COST_CAP in dollars")
                .isGreaterThanOrEqualTo(WHAT_IT_COSTS);
        var settings = new AwsSettings(
                variable("REGION"),
                null,
                variable("BUCKET"),
                variable("ROLE"),
                null,
                KeyValueStandIn.STORE,
                URI.create(variable("ADDRESS")),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                4,
                Duration.ofMillis(100),
                8);
        var live = new AwsLiveSettings(
                variable("CHANNEL_GROUP"),
                variable("LIVE_ROLE"),
                variable("DISTRIBUTION"),
                List.of("0.0.0.0/0"),
                1,
                1,
                30,
                Duration.ofHours(1));
        origin = AwsLiveOrigin.open(settings, live, new AwsTurnstile(), Clock.systemUTC());
        connection = new AwsConnection(settings, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        Optional.ofNullable(origin).ifPresent(AwsLiveOrigin::close);
        Optional.ofNullable(connection).ifPresent(AwsConnection::close);
    }

    @Override
    public LiveOrigin origin() {
        if (origin == null) {
            throw new IllegalStateException("This runs on AWS alone.");
        }
        return origin;
    }

    // Its manifests go back as far as viewers may, whatever that was; see the consequences in docs/adr/0027.
    @Override
    public boolean forgetsRehearsals() {
        return false;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
    }

    @Override
    public Encoder push(Ingest ingest) {
        try {
            var ffmpeg = new ProcessBuilder(
                            "ffmpeg",
                            "-v",
                            "error",
                            "-re",
                            "-f",
                            "lavfi",
                            "-i",
                            "testsrc2=s=640x360:r=30",
                            "-f",
                            "lavfi",
                            "-i",
                            "sine",
                            "-c:v",
                            "libx264",
                            "-preset",
                            "veryfast",
                            "-g",
                            "60",
                            "-c:a",
                            "aac",
                            "-f",
                            "flv",
                            ingest.whole())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            LockSupport.parkNanos(A_WHILE);
            return ffmpeg::destroyForcibly;
        } catch (IOException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public boolean plays(Broadcast broadcast) {
        var manifest = origin().playback(broadcast);
        return text(manifest)
                .filter(master -> named(master).stream()
                        .allMatch(rendition -> text(manifest.resolve(rendition)).isPresent()))
                .isPresent();
    }

    @Override
    public boolean hasEnded(Broadcast broadcast) {
        var manifest = origin().playback(broadcast);
        return text(manifest).stream()
                .flatMap(master -> named(master).stream())
                .allMatch(rendition -> text(manifest.resolve(rendition))
                        .filter(playlist -> playlist.contains("#EXT-X-ENDLIST"))
                        .isPresent());
    }

    @Override
    public boolean plays(Broadcast broadcast, RecordingId recording) {
        if (connection == null) {
            throw new IllegalStateException("This runs on AWS alone.");
        }
        var key = Shelf.ofHarvest(broadcast.event(), recording).manifest() + ".m3u8";
        try (var s3 = connection.s3()) {
            s3.headObject(head -> head.bucket(variable("BUCKET")).key(key));
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    private static List<String> named(String playlist) {
        return playlist.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Optional<String> text(URI address) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String variable(String name) {
        var value = System.getenv("FOYER_AWS_" + name);
        return value == null ? "" : value;
    }
}
