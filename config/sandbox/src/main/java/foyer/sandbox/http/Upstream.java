package foyer.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;

/** A server of the sandbox's own that stands behind a path of the {@link Site}. */
public final class Upstream {
    /** Belong to one connection (RFC 9110, 7.6.1), or are the client's own to set. */
    private static final Set<String> ONE_HOP = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "host",
            "keep-alive",
            "te",
            "transfer-encoding",
            "upgrade");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String base;
    private final String prefix;

    /** Takes {@code prefix} off the path of what it passes on to the port. */
    public Upstream(int port, String prefix) {
        this.base = "http://127.0.0.1:" + port;
        this.prefix = prefix;
    }

    /** Passes the call on, its body as it comes in. */
    public Answer pass(Request request) throws IOException, InterruptedException {
        var length = request.header("Content-Length").map(Long::parseLong).orElse(-1L);
        var chunked = request.header("Transfer-Encoding").isPresent();
        var stream = BodyPublishers.ofInputStream(request::stream);
        if (length > 0) {
            return pass(request, BodyPublishers.fromPublisher(stream, length));
        }
        return pass(request, chunked ? stream : BodyPublishers.noBody());
    }

    public Answer pass(Request request, BodyPublisher body) throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(target(request.uri())).method(request.method(), body);
        request.headers().forEach((name, values) -> {
            if (passes(name)) {
                values.forEach(value -> call.header(name, value));
            }
        });
        return toAnswer(client.send(call.build(), BodyHandlers.ofInputStream()));
    }

    private URI target(URI asked) {
        var path = asked.getRawPath().substring(prefix.length());
        var query = asked.getRawQuery();
        return URI.create(base + (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    }

    private static Answer toAnswer(HttpResponse<InputStream> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers().map().forEach((name, values) -> {
            if (passes(name)) {
                headers.put(name, String.join(", ", values));
            }
        });
        var length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        return new Answer(response.statusCode(), headers, Content.of(response.body(), length));
    }

    private static boolean passes(String header) {
        return !ONE_HOP.contains(header.toLowerCase(Locale.ROOT));
    }
}
