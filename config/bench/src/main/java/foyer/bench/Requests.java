package foyer.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes requests as bytes, everything in them. */
final class Requests {
    private Requests() {}

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] post(String path, String json) {
        return post(path, json, "");
    }

    /** @param token a viewer's, or empty */
    static byte[] post(String path, String json, String token) {
        return post(path, json, token.isEmpty() ? List.of() : List.of("Authorization: Foyer " + token));
    }

    /** @param headers whole lines */
    static byte[] post(String path, String json, List<String> headers) {
        var length = json.getBytes(StandardCharsets.UTF_8).length;
        var more = headers.stream().map(header -> header + "\r\n").collect(Collectors.joining());
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + more
                        + "Content-Length: " + length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }
}
