package foyer.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks servers over HTTP whether they are ready, and tells the sandbox what to do. */
public final class Probe {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private Probe() {}

    /** Whether {@code /health/ready} answers 200: API, player, tables and what they stand on all answer. */
    public static boolean ready(String url) {
        return answers(url + "/health/ready");
    }

    /** Whether this address answers 200. */
    public static boolean answers(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String send(String method, String url, String body) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new CannotLaunch(method + " " + url + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new CannotLaunch(method + " " + url + " was not answered", broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CannotLaunch("Interrupted while calling " + url, hurried);
        }
    }
}
