package foyer.whole;

import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/** A viewer's screen that measures how well it plays, and what operators are told of it. */
public record Measuring(Screen screen, String name) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Somebody on the page of an event that asks for nothing. */
    public static Measuring at(Http server, String event) {
        var wish = Json.createObjectBuilder().add("eventId", event).build();
        return of(Screen.of(server.post("/api/auth/login", wish).expect(200).json()));
    }

    public static Measuring of(Screen screen) {
        return new Measuring(screen, UUID.randomUUID().toString().substring(0, 18));
    }

    /** What is told with every report. */
    public JsonObjectBuilder figures(long sequence) {
        return Json.createObjectBuilder().add("screen", name).add("sequence", sequence);
    }

    public Called tells(Http server, JsonObjectBuilder figures) {
        return tells(
                server,
                Json.createObjectBuilder()
                        .add("position", 1)
                        .add("state", "playing")
                        .add("figures", figures)
                        .build()
                        .toString());
    }

    /** @param report as it is, be it no JSON */
    public Called tells(Http server, String report) {
        return server.with("Authorization", "Foyer " + screen.token())
                .with("Content-Type", "application/json")
                .call("POST", "/api/sessions/" + screen.sessionId() + "/heartbeat", report);
    }

    /** Whether so much is counted for good, as far as this server knows. */
    public boolean isCounted(Http server, JsonObjectBuilder figures, long sequence) {
        return tells(server, figures).expect(200).json().getInt("figuresTo", 0) >= sequence;
    }

    /** What operators are told of an event, once it says what is awaited, or what it says after a while. */
    public static JsonObject untilTold(Http operator, String event, Predicate<JsonObject> awaited) {
        Await.until(PATIENCE, () -> awaited.test(told(operator, event)));
        return told(operator, event);
    }

    public static JsonObject told(Http operator, String event) {
        return operator.get("/api/analytics/" + event).expect(200).json();
    }
}
