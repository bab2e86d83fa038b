package foyer.sandbox;

import foyer.sandbox.http.Json;
import java.nio.charset.StandardCharsets;

/**
 * Where everything is: the one line of JSON on standard output that whoever started the sandbox waits for.
 *
 * @param sandbox always {@code ready}
 */
record Ready(String sandbox, String url, String dynamodb, String s3, Smtp smtp, String origin, String stripe) {
    /** Where letters are handed in, without encryption and without a login. */
    record Smtp(String host, int port) {}

    static Ready at(int port, int smtpPort) {
        var url = url(port);
        return new Ready(
                "ready",
                url,
                url + "/dynamodb",
                url + "/s3",
                new Smtp("localhost", smtpPort),
                url + "/origin",
                url + "/stripe");
    }

    static String url(int port) {
        return "http://localhost:" + port;
    }

    String line() {
        return new String(Json.write(this), StandardCharsets.UTF_8);
    }
}
