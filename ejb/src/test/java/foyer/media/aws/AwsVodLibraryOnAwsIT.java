package foyer.media.aws;

import static org.assertj.core.api.Assumptions.assumeThat;

import foyer.media.PartBroken;
import foyer.media.Recording;
import foyer.media.VodLibrary;
import foyer.media.VodLibraryContract;
import foyer.shared.NotFound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The contract on AWS itself. It needs credentials where the SDK finds them, {@code FOYER_AWS_BUCKET}, {@code FOYER_AWS_ROLE},
 * {@code FOYER_AWS_REGION}, a video of some five seconds and twelve megabytes in {@code FOYER_AWS_VIDEO}, and as
 * {@code FOYER_AWS_COST_CAP} what it may cost in dollars: some eight jobs of five seconds, each below five cents.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AwsVodLibraryOnAwsIT implements VodLibraryContract {
    private static final double WHAT_IT_COSTS = 0.4;

    private @Nullable AwsVodLibrary library;

    @BeforeAll
    void askWhetherItMayCostMoney() {
        for (var name : new String[] {"BUCKET", "ROLE", "REGION", "VIDEO", "COST_CAP"}) {
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
                URI.create("https://media.example.org"),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                4,
                Duration.ofMillis(100),
                8);
        library = AwsVodLibrary.open(settings, new AwsTurnstile(), Clock.systemUTC());
    }

    @AfterAll
    void close() {
        if (library != null) {
            library.close();
        }
    }

    @Override
    public VodLibrary library() {
        if (library == null) {
            throw new IllegalStateException("This runs on AWS alone.");
        }
        return library;
    }

    @Override
    public byte[] aVideo() {
        try {
            return Files.readAllBytes(Path.of(variable("VIDEO")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
    }

    @Override
    public void send(Recording recording, int part, byte[] bytes) {
        var address =
                library().addressOf(recording, part, Clock.systemUTC().instant().plusSeconds(600));
        var request = HttpRequest.newBuilder(URI.create(address))
                .PUT(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            switch (HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode()) {
                case 200 -> {}
                case 404 -> throw new NotFound("upload");
                default -> throw new PartBroken(part, recording.upload().length(part));
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String variable(String name) {
        var value = System.getenv("FOYER_AWS_" + name);
        return value == null ? "" : value;
    }
}
