package foyer.media.aws;

import com.sun.net.httpserver.HttpExchange;
import foyer.shared.JsonText;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came. */
final class AwsRequest {
    private final String method;
    private final String path;
    private final List<Map.Entry<String, String>> query;
    private final Map<String, String> headers;
    private final byte[] body;

    private AwsRequest(
            String method,
            String path,
            List<Map.Entry<String, String>> query,
            Map<String, String> headers,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    /** As it was sent, encoded. */
    String path() {
        return path;
    }

    /** Decoded, in the order in which they came. */
    List<Map.Entry<String, String>> query() {
        return query;
    }

    /** By their names in lower case. */
    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    static AwsRequest of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var uri = exchange.getRequestURI();
        return new AwsRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                pairs(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    /** The same with another body. */
    AwsRequest saying(Map<String, ?> tree) {
        return new AwsRequest(method, path, query, headers, JsonText.of(tree).getBytes(StandardCharsets.UTF_8));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> asked(String name) {
        return query.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    String decodedPath() {
        return decoded(path.replace("+", "%2B"));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static List<Map.Entry<String, String>> pairs(String query) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                pairs.add(Map.entry(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
