package foyer.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A video of two gigabytes, sent in parts over a line that breaks midway. */
final class LongUpload {
    private static final long BYTES = 2_000_000_000L;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Ground ground;

    LongUpload(Ground ground) {
        this.ground = ground;
    }

    void heap() {
        System.out.println("\nAn upload of two gigabytes, cut midway and resumed");
        var event = ground.event("none", Json.createObjectBuilder());
        var videos = "/events/" + event + "/video";
        var begun = ground.tools()
                .post(
                        videos,
                        Json.createObjectBuilder()
                                .add("fileName", "long.mp4")
                                .add("size", BYTES)
                                .build());
        var recording = videos + "/" + begun.getString("recordingId");
        var half = begun.getJsonArray("parts").size() / 2;
        send(begun, 1);
        var before = ground.heap();
        var started = System.nanoTime();
        IntStream.rangeClosed(2, half).forEach(part -> send(begun, part));
        var midway = midwayOf(begun, half + 1);
        awaitedAfterTheCut(recording, half);
        missing(recording).forEach(part -> send(begun, part));
        var took = Duration.ofNanos(System.nanoTime() - started);
        if (!missing(recording).isEmpty()) {
            throw new IllegalStateException("Something is missing still: " + missing(recording));
        }
        var after = ground.heap();
        ground.tools().delete(recording);
        System.out.printf(Locale.ROOT, "  %.0f MB a second%n", BYTES / 1e6 / (took.toMillis() / 1e3));
        ground.bars().atMost("heap in the midst of an upload, MB", (midway - before) / 1e6, 2);
        ground.bars().atMost("heap that an upload keeps, MB", (after - before) / 1e6, 1);
    }

    /** Sends half of a part, looks at the heap while the other half is awaited, and hangs up. */
    private long midwayOf(JsonObject begun, int part) {
        var body = body(begun, part);
        var address = URI.create(url(begun, part));
        var head = "PUT %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(address.getRawPath() + query(address), body.length);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ground.port());
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, body.length / 2);
            out.flush();
            return ground.heap();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String query(URI address) {
        var query = address.getRawQuery();
        return query == null ? "" : "?" + query;
    }

    /** What was sent whole is known, and what was cut is not. */
    private void awaitedAfterTheCut(String recording, int half) {
        var missing = missing(recording);
        if (missing.isEmpty() || missing.get(0) != half + 1) {
            throw new IllegalStateException("After the cut these are missing: " + missing);
        }
    }

    private List<Integer> missing(String recording) {
        var parts = ground.tools().read(recording).getJsonArray("parts");
        return IntStream.rangeClosed(1, parts.size())
                .filter(part -> !parts.getJsonObject(part - 1).getBoolean("received"))
                .boxed()
                .toList();
    }

    private void send(JsonObject begun, int part) {
        var request = HttpRequest.newBuilder(URI.create(url(begun, part)))
                .timeout(Duration.ofMinutes(1))
                .PUT(BodyPublishers.ofByteArray(body(begun, part)))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Part " + part + " was refused: " + answer.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        }
    }

    private static String url(JsonObject begun, int part) {
        return begun.getJsonArray("parts").getJsonObject(part - 1).getString("url");
    }

    private static byte[] body(JsonObject begun, int part) {
        var size = begun.getJsonNumber("partSize").longValueExact();
        var bytes = new byte[(int) Math.min(size, BYTES - (part - 1) * size)];
        Arrays.fill(bytes, (byte) part);
        return bytes;
    }
}
