package foyer.bench;

import foyer.demo.OrganiserTools;
import foyer.launch.MicroServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** What is measured: a running server, an organiser's tools and where the figures go. */
record Ground(MicroServer server, int port, OrganiserTools tools, String media, String store, Bars bars) {
    /** Publishes an event that is on now and answers its id. */
    String event(String authType, JsonObjectBuilder more) {
        var now = OffsetDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        return tools.publish(more.add("title", "Measured")
                .add("authType", authType)
                .add("startsAt", now.minusMinutes(5).toString())
                .add("endsAt", now.plusHours(6).toString())
                .add("timeZone", "UTC")
                .add("videoUrl", media + "/recorded/demo/master.m3u8")
                .build());
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
