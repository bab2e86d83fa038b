package foyer.bench;

import foyer.demo.OrganiserTools;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.SandboxProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What is measured: a running server, an organiser's tools and where the figures go. */
record Ground(
        MicroServer server, int port, OrganiserTools tools, SandboxProcess sandbox, FoyerSettings settings, Bars bars) {
    String store() {
        return sandbox.dynamoDb();
    }

    /** What the payment provider's notices are signed with. */
    String noticesSecret() {
        return Objects.requireNonNull(settings.secret().get("FOYER_PAYMENT_STRIPE_WEBHOOK_SECRETS"));
    }

    /** Publishes an event that is on now and answers its id. */
    String event(String authType, JsonObjectBuilder more) {
        return event(authType, sandbox.origin() + "/recorded/demo/master.m3u8", more);
    }

    /** The same, and what it plays. */
    String event(String authType, String videoUrl, JsonObjectBuilder more) {
        var now = OffsetDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        return tools.publish(more.add("title", "Measured")
                .add("authType", authType)
                .add("startsAt", now.minusMinutes(5).toString())
                .add("endsAt", now.plusHours(6).toString())
                .add("timeZone", "UTC")
                .add("videoUrl", videoUrl)
                .build());
    }

    /** Where this server's own media are. */
    Path media() {
        return Path.of(Objects.requireNonNull(settings.plain().get("foyer.media.directory")));
    }

    long heap() {
        return Heap.kept(server.process());
    }

    /** Registrations of people nobody has heard of before. */
    static List<byte[]> registrations(String event, String whose, int many, String more) {
        return IntStream.range(0, many)
                .mapToObj(number -> registration(event, address(whose, number), more))
                .toList();
    }

    static byte[] registration(String event, String email, String more) {
        return Requests.post(
                "/api/registrations",
                "{\"eventId\":\"" + event + "\",\"email\":\"" + email + "\",\"userData\":{}" + more + "}");
    }

    static String address(String whose, int number) {
        return whose + number + "@viewers.example";
    }

    static JsonObject json(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
