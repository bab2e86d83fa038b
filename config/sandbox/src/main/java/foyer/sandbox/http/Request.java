package foyer.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call to the sandbox. */
public final class Request {
    private final HttpExchange exchange;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** As it was sent: percent-encoded, with its query. */
    public URI uri() {
        return exchange.getRequestURI();
    }

    /** Decoded, without the query. */
    public String path() {
        return Optional.ofNullable(uri().getPath()).orElse("/");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public Map<String, List<String>> headers() {
        return exchange.getRequestHeaders();
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        var query = Optional.ofNullable(uri().getRawQuery()).orElse("");
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
                return Optional.of(decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    public InputStream stream() {
        return exchange.getRequestBody();
    }

    /** The whole body; 413 above the limit. */
    public byte[] body(int limit) throws IOException {
        var bytes = stream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Refusal(413, "too_large", "The body is larger than " + limit + " bytes.");
        }
        return bytes;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusal.invalid("The query is not properly percent-encoded.");
        }
    }
}
