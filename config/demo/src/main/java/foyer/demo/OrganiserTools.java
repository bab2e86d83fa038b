package foyer.demo;

import foyer.launch.CannotLaunch;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** An organiser's tools in small: signs in, again whenever that is over, and calls the events API. */
public final class OrganiserTools {
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api;
    private final JsonObject credentials;
    private volatile String token = "";

    private OrganiserTools(String api, JsonObject credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    /** @param url of the player; the API is below it */
    public static OrganiserTools signIn(String url, String email, String password) {
        var credentials = Json.createObjectBuilder().add("email", email).add("password", password);
        var tools = new OrganiserTools(url + "/api", credentials.build());
        tools.signIn();
        return tools;
    }

    private void signIn() {
        token = "";
        token = send("POST", "/auth/login", credentials).getString("accessToken");
    }

    /** Whether anything was made before. */
    public boolean hasEvents() {
        return !send("GET", "/events?limit=1", JsonObject.EMPTY_JSON_OBJECT)
                .getJsonArray("items")
                .isEmpty();
    }

    /** Makes and publishes it; answers its id. */
    public String publish(JsonObject event) {
        var id = send("POST", "/events", event).getString("eventId");
        send("POST", "/events/" + id + "/publish", JsonObject.EMPTY_JSON_OBJECT);
        return id;
    }

    /** Everything there is: id, title, authType and state of each. */
    public JsonObject events() {
        return send("GET", "/events?limit=200", JsonObject.EMPTY_JSON_OBJECT);
    }

    /** What the API answers at this path below it. */
    public JsonObject read(String path) {
        return send("GET", path, JsonObject.EMPTY_JSON_OBJECT);
    }

    /** What the API answers to this, posted to this path below it. */
    public JsonObject post(String path, JsonObject body) {
        return send("POST", path, body);
    }

    /** Has the API delete what is at this path below it. */
    public void delete(String path) {
        send("DELETE", path, JsonObject.EMPTY_JSON_OBJECT);
    }

    /** Reads all registrations of an event as CSV; answers how many lines came, the first one among them. */
    public long exported(String eventId) {
        return exported(eventId, line -> {});
    }

    /**
     * The same.
     *
     * @param reader is told the number of each line as it comes, the first being 1; the rest waits until it returns
     */
    public long exported(String eventId, LongConsumer reader) {
        var request = HttpRequest.newBuilder(URI.create(api + "/events/" + eventId + "/registrations"))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "text/csv");
        try {
            var answer = answered(request, BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new CannotLaunch("The export was refused: " + answer.statusCode());
            }
            var lines = new AtomicLong();
            answer.body().forEach(line -> reader.accept(lines.incrementAndGet()));
            return lines.get();
        } catch (IOException broken) {
            throw new CannotLaunch("The API did not answer the export.", broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CannotLaunch("Interrupted while exporting.", hurried);
        }
    }

    private JsonObject send(String method, String path, JsonObject body) {
        var request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "application/json");
        if (!"GET".equals(method)) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method, "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        try {
            var answer = answered(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new CannotLaunch(method + " " + path + " was refused: " + answer.body());
            }
            if (answer.statusCode() == 204) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        } catch (IOException broken) {
            throw new CannotLaunch("The API did not answer " + method + " " + path, broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CannotLaunch("Interrupted while calling " + path, hurried);
        }
    }

    private <T> HttpResponse<T> answered(HttpRequest.Builder request, BodyHandler<T> reader)
            throws IOException, InterruptedException {
        var answer = client.send(carrying(request), reader);
        if (answer.statusCode() != 401 || token.isEmpty()) {
            return answer;
        }
        signIn();
        return client.send(carrying(request), reader);
    }

    private HttpRequest carrying(HttpRequest.Builder request) {
        return token.isEmpty()
                ? request.build()
                : request.setHeader("Authorization", "Bearer " + token).build();
    }
}
