package foyer.http;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of MediaLive, MediaPackage and CloudWatch as shows whether their libraries are there: channels run as soon as they are made, and
 * somebody feeds them. What the services check is checked by the stand-ins in the business's own tests.
 */
final class LiveAddress {
    static final String SERVER = "rtmp://198.51.100.10:1935/live";
    private static final String ARN = "arn:aws:mediapackagev2:eu-central-1:111122223333:channelGroup/foyer";
    private static final String METRICS = """
            <GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>\
            <MetricDataResults>%s%s</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>""";
    private static final String SERIES = """
            <member><Id>%s0</Id><StatusCode>Complete</StatusCode><Timestamps><member>%s</member></Timestamps>\
            <Values><member>%d</member></Values></member>""";

    private final Map<String, JsonObject> made = new ConcurrentHashMap<>();

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            var text = path.equals("/")
                    ? metrics()
                    : tree(exchange.getRequestMethod(), path, asked).build().toString();
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.equals("/") ? "text/xml" : "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonObjectBuilder tree(String method, String path, String asked) {
        if (path.startsWith("/channelGroup")) {
            return Json.createObjectBuilder().add("Arn", ARN).add("Tags", Json.createObjectBuilder());
        }
        return switch (method + " " + path) {
            case "GET /prod/inputSecurityGroups" -> list("inputSecurityGroups", "none");
            case "POST /prod/inputSecurityGroups" ->
                Json.createObjectBuilder()
                        .add("securityGroup", Json.createObjectBuilder().add("id", "1"));
            case "GET /prod/inputs" -> list("inputs", "input");
            case "POST /prod/inputs" -> Json.createObjectBuilder().add("input", make("input", "DETACHED", asked));
            case "GET /prod/channels" -> list("channels", "channel");
            case "POST /prod/channels" -> Json.createObjectBuilder().add("channel", make("channel", "RUNNING", asked));
            default ->
                method.equals("GET") && made.containsKey("channel") && path.equals("/prod/channels/channel")
                        ? Json.createObjectBuilder(made.get("channel"))
                        : Json.createObjectBuilder();
        };
    }

    private JsonObject make(String id, String state, String asked) {
        try (var reader = Json.createReader(new StringReader(asked))) {
            var order = reader.readObject();
            var thing = Json.createObjectBuilder()
                    .add("id", id)
                    .add("arn", "arn:aws:medialive:eu-central-1:111122223333:" + id)
                    .add("state", state)
                    .add("tags", order.getJsonObject("tags"));
            if (id.equals("input")) {
                var stream = order.getJsonArray("destinations").getJsonObject(0).getString("streamName");
                thing.add(
                        "destinations",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("url", "rtmp://198.51.100.10:1935/" + stream)));
            }
            made.put(id, thing.build());
            return made.get(id);
        }
    }

    private JsonObjectBuilder list(String name, String id) {
        var all = Json.createArrayBuilder();
        if (made.containsKey(id)) {
            all.add(made.get(id));
        }
        return Json.createObjectBuilder().add(name, all);
    }

    private static String metrics() {
        var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return METRICS.formatted(
                SERIES.formatted("networkin", minute, 2), SERIES.formatted("inputvideoframerate", minute, 25));
    }
}
