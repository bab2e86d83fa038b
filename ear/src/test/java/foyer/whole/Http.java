package foyer.whole;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls one server as programs do: no cookies, no redirects followed, any certificate accepted. It never changes;
 * {@link #with} answers another one.
 */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .sslContext(AnyCertificate.context())
            .build();

    private final String base;
    private final Version version;
    private final Map<String, String> headers;

    private Http(String base, Version version, Map<String, String> headers) {
        this.base = base;
        this.version = version;
        this.headers = headers;
    }

    /** @param base without a slash at the end */
    public static Http to(String base) {
        return new Http(base, Version.HTTP_1_1, Map.of());
    }

    /** With this header on every call, instead of one of the same name. */
    public Http with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(base, version, more);
    }

    public Http over(Version other) {
        return new Http(base, other, headers);
    }

    public Called get(String path) {
        return call("GET", path, "");
    }

    public Called post(String path) {
        return call("POST", path, "");
    }

    public Called post(String path, JsonObject body) {
        return call("POST", path, body.toString());
    }

    public Called put(String path, JsonObject body) {
        return call("PUT", path, body.toString());
    }

    public Called delete(String path) {
        return call("DELETE", path, "");
    }

    /** @param body empty: none; else sent as JSON, unless a header says otherwise */
    public Called call(String method, String path, String body) {
        return call(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** For bodies that are no text. */
    public Called call(String method, String path, HttpRequest.BodyPublisher body) {
        try {
            return new Called(
                    method + " " + path, CLIENT.send(request(method, path, body), BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new AssertionError(method + " " + base + path + " was not answered", broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during " + method + " " + path, hurried);
        }
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .version(version)
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (body.contentLength() != 0) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return request.build();
    }
}
