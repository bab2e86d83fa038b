package foyer.bench;

import java.nio.charset.StandardCharsets;

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
        var length = json.getBytes(StandardCharsets.UTF_8).length;
        var authorization = token.isEmpty() ? "" : "Authorization: Foyer " + token + "\r\n";
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + authorization
                        + "Content-Length: " + length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }
}
