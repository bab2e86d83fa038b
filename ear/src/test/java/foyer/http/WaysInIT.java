package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways in as programs go them: what a login is answered, and what stands next. */
@Beside
class WaysInIT {
    private static final String PASSWORD = "open sesame";

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void aSharedPasswordOpensItsEvent() {
        var event = withSharedPassword().publishedBy(organizer);
        assertThat(step(flow(everyone, event))).isEqualTo("login");

        var login = login(event, Map.of("password", PASSWORD)).expect(200).json();

        assertThat(login.getJsonObject("flow").getString("currentStep")).isEqualTo("watch");
        assertThat(login.getJsonObject("playback").getString("url")).endsWith("master.m3u8");
        var known = flow(everyone.with("Authorization", "Foyer " + login.getString("sessionToken")), event);
        assertThat(step(known)).isEqualTo("watch");
        assertThat(known.json().getJsonObject("sessionData").getString("sessionId"))
                .isEqualTo(login.getString("sessionId"));
    }

    @Test
    void everyWrongCredentialIsTheSameRefusal() {
        var shared = withSharedPassword().publishedBy(organizer);
        var byMail = anEvent().with("authType", "email").publishedBy(organizer);

        for (var refused : new Called[] {
            login(shared, Map.of("password", "guess")),
            login(shared, Map.of()),
            login(byMail, Map.of()),
            login(byMail, Map.of("email", "nobody@example.com", "code", "123456")),
            login(byMail, Map.of("linkToken", "a.AAAAAAAAAAAAAAAAAAAAAA.nothing")),
            login(byMail, Map.of("linkToken", "p.AAAAAAAAAAAAAAAAAAAAAA.nothing")),
            login(byMail, Map.of("password", PASSWORD))
        }) {
            assertThat(refused.expect(401).errorCode()).isEqualTo("bad_credentials");
        }
    }

    @Test
    void aCodeIsPromisedToWhoeverAsks() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var asked = everyone.post("/api/auth/code", body(event, Map.of("email", "nobody@example.com")));

        assertThat(asked.expect(202).json()).isEmpty();
        assertThat(everyone.post("/api/auth/code", body(event, Map.of("email", "nobody")))
                        .expect(400)
                        .errorCode())
                .isEqualTo("validation_failed");
    }

    @Test
    void theFlowOfAnotherEventIsNotOpenToATokenOfThisOne() {
        var event = withSharedPassword().publishedBy(organizer);
        var other = withSharedPassword().publishedBy(organizer);
        var token =
                login(event, Map.of("password", PASSWORD)).expect(200).json().getString("sessionToken");

        assertThat(flow(everyone.with("Authorization", "Foyer " + token), other)
                        .expect(401)
                        .errorCode())
                .isEqualTo("unauthenticated");
    }

    private static EventFixture withSharedPassword() {
        JsonValue config = Json.createObjectBuilder()
                .add("mode", "shared")
                .add("password", PASSWORD)
                .build();
        return anEvent().with("authType", "password").with("passwordConfig", config);
    }

    private Called login(String event, Map<String, String> shown) {
        return everyone.post("/api/auth/login", body(event, shown));
    }

    private static Called flow(Http caller, String event) {
        return caller.get("/api/events/" + event + "/flow");
    }

    private static String step(Called flow) {
        return flow.expect(200).json().getString("currentStep");
    }

    private static JsonObject body(String event, Map<String, String> more) {
        var body = Json.createObjectBuilder().add("eventId", event);
        more.forEach(body::add);
        return body.build();
    }
}
