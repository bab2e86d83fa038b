package foyer.whole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events as organisers submit them: {@code anEvent().titled("Open day").live().json()}. It never changes. */
public final class EventFixture {
    private final Map<String, JsonValue> fields;

    private EventFixture(Map<String, JsonValue> fields) {
        this.fields = fields;
    }

    /** A recorded one anyone may watch, that began an hour ago. */
    public static EventFixture anEvent() {
        return new EventFixture(Map.of())
                .with("title", "An evening at the observatory")
                .with("authType", "none")
                .with("timeZone", "UTC")
                .lasting(now().minus(1, ChronoUnit.HOURS), now().plus(3, ChronoUnit.HOURS))
                .showing(Whole.sandbox().origin() + "/recorded/demo/master.m3u8");
    }

    public EventFixture titled(String title) {
        return with("title", title);
    }

    /** To the second. */
    public EventFixture lasting(Instant startsAt, Instant endsAt) {
        return with("startsAt", wallTime(startsAt)).with("endsAt", wallTime(endsAt));
    }

    /** The sandbox's live channel, which {@code Whole.sandbox().startLive("demo")} starts. */
    public EventFixture live() {
        return showing(Whole.sandbox().origin() + "/live/demo/master.m3u8");
    }

    public EventFixture showing(String manifestUrl) {
        return with(
                "videoConfig",
                Json.createObjectBuilder().add("manifestUrl", manifestUrl).build());
    }

    public EventFixture embeddedBy(String... origins) {
        var allowed = Json.createObjectBuilder()
                .add("allowedOrigins", Json.createArrayBuilder(List.of(origins)))
                .build();
        return with("embedConfig", allowed);
    }

    public EventFixture with(String field, String value) {
        return with(field, Json.createValue(value));
    }

    public EventFixture with(String field, JsonValue value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new EventFixture(more);
    }

    public EventFixture without(String field) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new EventFixture(fewer);
    }

    public JsonObject json() {
        var builder = Json.createObjectBuilder();
        fields.forEach(builder::add);
        return builder.build();
    }

    /** Makes it; answers its id. */
    public String createdBy(Http organizer) {
        return organizer.post("/api/events", json()).expect(201).json().getString("eventId");
    }

    /** Makes and publishes it; answers its id. */
    public String publishedBy(Http organizer) {
        var id = createdBy(organizer);
        organizer.post("/api/events/" + id + "/publish").expect(200);
        return id;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String wallTime(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
