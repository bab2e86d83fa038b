package foyer.whole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/** The calls by which somebody comes in, on whichever server. */
public final class Door {
    private Door() {}

    /** A registration as it is sent, by an address alone. */
    public static JsonObject wish(String eventId, Mailbox mailbox) {
        return wish(eventId, mailbox.address());
    }

    public static JsonObject wish(String eventId, String address) {
        return body(eventId, Map.of("email", address));
    }

    public static Called tryRegister(Http server, String eventId, String address) {
        return server.post("/api/registrations", wish(eventId, address));
    }

    /** What a registration is answered, which is a first one. */
    public static JsonObject register(Http server, String eventId, Mailbox mailbox) {
        return server.post("/api/registrations", wish(eventId, mailbox))
                .expect(201)
                .json();
    }

    /** @param shown what the event asks for, such as {@code linkToken} */
    public static Called tryLogin(Http server, String eventId, Map<String, String> shown) {
        return server.post("/api/auth/login", body(eventId, shown));
    }

    /** The same, where it opens. */
    public static JsonObject login(Http server, String eventId, Map<String, String> shown) {
        return tryLogin(server, eventId, shown).expect(200).json();
    }

    private static JsonObject body(String eventId, Map<String, String> more) {
        var body = Json.createObjectBuilder().add("eventId", eventId);
        more.forEach(body::add);
        return body.build();
    }
}
