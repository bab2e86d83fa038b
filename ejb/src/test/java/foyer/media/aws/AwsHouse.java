package foyer.media.aws;

import foyer.media.PartBroken;
import foyer.media.Recording;
import foyer.media.SomeRecordings;
import foyer.media.Transcode;
import foyer.shared.NotFound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A deployment on the stand-in for AWS. */
final class AwsHouse implements AutoCloseable {
    static final String ROLE = "arn:aws:iam::111122223333:role/foyer-media";
    private static final int SIZE = 11 << 20;
    // A stand-in is well again at once.
    private static final Duration A_PAUSE = Duration.ofMillis(1);

    final S3StandIn s3 = new S3StandIn();
    final MediaConvertStandIn mediaConvert = new MediaConvertStandIn(s3);
    final KeyValueStandIn keyValues = new KeyValueStandIn();
    final AwsCloud cloud =
            AwsCloud.open().with("s3", s3).with("mediaconvert", mediaConvert).with(KeyValueStandIn.SERVICE, keyValues);
    final AwsVodLibrary library = library(1);
    final KeyValueEdge edge = KeyValueEdge.open(settings(cloud.endpoint(), 1), new EdgeTurnstile(), Clock.systemUTC());
    private final HttpClient sender = HttpClient.newHttpClient();

    /** Another node's. */
    AwsVodLibrary library(int retries) {
        return AwsVodLibrary.open(settings(cloud.endpoint(), retries), new AwsTurnstile(), Clock.systemUTC());
    }

    static AwsSettings settings(@Nullable URI endpoint, int retries) {
        return settings(endpoint, retries, Duration.ofSeconds(10));
    }

    /** @param patience for one attempt; three times that for all of them */
    static AwsSettings settings(@Nullable URI endpoint, int retries, Duration patience) {
        return new AwsSettings(
                "eu-central-1",
                endpoint,
                S3StandIn.BUCKET,
                ROLE,
                null,
                KeyValueStandIn.STORE,
                URI.create("https://media.example.org"),
                Duration.ofHours(8),
                patience,
                patience.multipliedBy(3),
                retries,
                A_PAUSE,
                8);
    }

    /** As the stand-in for MediaConvert takes a file: {@code 1920x1080 5s 2 sounds}. */
    static byte[] aVideo(String described) {
        return ("video " + described + ".").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] aVideo() {
        return aVideo("1920x1080 5s 1 sounds");
    }

    /** Large enough for two parts, of which S3 takes none below five megabytes. */
    static byte[] aLargeVideo() {
        return Arrays.copyOf(aVideo(), SIZE);
    }

    /** As a browser does, to the address that it was told. */
    void send(Recording recording, int part, byte[] bytes) {
        var address =
                library.addressOf(recording, part, Clock.systemUTC().instant().plusSeconds(600));
        var status = put(URI.create(address), bytes);
        switch (status) {
            case 200 -> {}
            case 404 -> throw new NotFound("upload");
            case 403 -> throw new PartBroken(part, recording.upload().length(part));
            default -> throw new IllegalStateException("S3 answers " + status);
        }
    }

    int put(URI address, byte[] bytes) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .PUT(BodyPublishers.ofByteArray(bytes))
                    .build();
            return sender.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Sent whole, and taken up. */
    Recording arrived(byte[] file) {
        var recording = SomeRecordings.anUploadOf(file.length, file.length);
        library.open(recording);
        send(recording, 1, file);
        library.close(recording);
        return SomeRecordings.takenUp(recording);
    }

    Transcode ended(Recording recording) {
        var result = library.transcode(recording, percent -> true);
        for (var again = 0; again < 20 && result instanceof Transcode.Running; again++) {
            result = library.transcode(recording, percent -> true);
        }
        return result;
    }

    @Override
    public void close() {
        library.close();
        edge.close();
        cloud.close();
    }
}
