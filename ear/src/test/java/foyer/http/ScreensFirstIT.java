package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a filter answers for speed is what the resource behind it answers. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensFirstIT {
    private static final String PARTNER = "https://partner.example";
    private static final Set<String> OF_EACH_ANSWER =
            Set.of("date", "x-request-id", "ratelimit", "content-length", "connection");

    private final Http everyone = Whole.onMicro().http();
    private String eventId = "";

    @BeforeAll
    void anEventThatAPartnerEmbeds() {
        eventId = anEvent().embeddedBy(PARTNER).publishedBy(Whole.onMicro().as("organizer"));
    }

    @Test
    void aLoginIsAnsweredAlike() {
        for (var origin : List.of("", PARTNER, "https://a.example")) {
            var caller = origin.isEmpty() ? everyone : everyone.with("Origin", origin);
            alike(caller.with("Authorization", "Basic YTpi"), "/api/auth/login", "{\"eventId\":\"" + eventId + "\"}");
            for (var body : List.of(
                    "{\"eventId\":\"" + eventId + "\"}",
                    "{\"eventId\":\"unknown\"}",
                    "{\"eventId\":7}",
                    "{}",
                    "{",
                    // Who guesses at one address too often is made to wait.
                    "{\"email\":\"" + Ids.fresh() + "@foyer.example\",\"password\":\"wrong wrong wrong\"}")) {
                alike(caller, "/api/auth/login", body);
            }
        }
    }

    @Test
    void whoeverSendsCredentialsThatNobodyKnowsIsNoStranger() {
        var login = everyone.with("Authorization", "Basic YTpi")
                .call("POST", "/api/auth/login", "{\"eventId\":\"" + eventId + "\"}");

        assertThat(login.expect(401).errorCode()).isEqualTo("unauthenticated");
    }

    @Test
    void aHeartbeatIsAnsweredAlike() {
        var login = everyone.post(
                        "/api/auth/login",
                        Json.createObjectBuilder().add("eventId", eventId).build())
                .expect(200)
                .json();
        var path = "/api/sessions/" + login.getString("sessionId") + "/heartbeat";
        var screen = everyone.with("Authorization", "Foyer " + login.getString("sessionToken"));
        for (var caller : List.of(
                everyone,
                screen,
                screen.with("Origin", PARTNER),
                screen.with("Origin", "https://a.example"),
                everyone.with("Authorization", "Foyer altered"),
                everyone.with("Authorization", "Bearer altered"),
                everyone.with("Authorization", "Basic YTpi"))) {
            for (var body : List.of("{\"position\":1,\"state\":\"playing\"}", "{\"position\":-1}", "[]", "")) {
                alike(caller, path, body);
            }
        }
    }

    private static void alike(Http caller, String path, String body) {
        var first = caller.with("Accept", "*/*").call("POST", path, body);
        // A weight is what the filter leaves to JAX-RS.
        var second = caller.with("Accept", "application/json;q=0.9").call("POST", path, body);

        assertThat(first.status()).as(body).isEqualTo(second.status());
        assertThat(headers(first)).as(body).isEqualTo(headers(second));
        assertThat(first.json().keySet()).as(body).isEqualTo(second.json().keySet());
        if (first.status() >= 400) {
            assertThat(error(first)).isEqualTo(error(second));
        }
    }

    private static List<String> error(Called answered) {
        var error = answered.json().getJsonObject("error");
        return List.of(error.getString("code"), error.getString("message"));
    }

    private static Map<String, List<String>> headers(Called answered) {
        var headers = new TreeMap<>(answered.answer().headers().map());
        headers.keySet().removeAll(OF_EACH_ANSWER);
        return headers;
    }
}
