package foyer.sandbox.s3;

import foyer.sandbox.http.Routes;
import foyer.sandbox.http.Upstream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** S3's protocol under {@code /s3}, with the buckets the product uses. Signatures are not checked. */
public final class S3 implements AutoCloseable {
    static final List<String> BUCKETS = List.of("foyer-uploads", "foyer-recordings");

    private static final String PATH = "/s3";

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalBuckets buckets;
    private final Upstream upstream;

    private S3(LocalBuckets buckets) {
        this.buckets = buckets;
        this.upstream = new Upstream(buckets.port(), PATH);
    }

    /** In a folder that goes with the process where none is given. */
    public static S3 start(Optional<Path> folder) throws IOException {
        return new S3(LocalBuckets.start(BUCKETS, folder));
    }

    public void addTo(Routes routes) {
        routes.onAny(PATH + "/*", upstream::pass);
    }

    /** Fails where a bucket cannot be listed. */
    public void ask() throws IOException, InterruptedException {
        var bucket = "http://127.0.0.1:" + buckets.port() + "/" + BUCKETS.get(0) + "?list-type=2&max-keys=1";
        var question = HttpRequest.newBuilder(URI.create(bucket))
                .timeout(Duration.ofSeconds(10))
                .build();
        var status = client.send(question, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("S3Mock answers " + status);
        }
    }

    @Override
    public void close() throws IOException {
        buckets.close();
    }
}
