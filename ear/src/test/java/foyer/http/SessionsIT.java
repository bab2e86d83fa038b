package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sessions of an event that asks for nothing: opened, heard of, ended. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsIT {
    private static final String PARTNER = "https://partner.example";

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private String eventId = "";

    @BeforeAll
    void anEventThatAPartnerEmbeds() {
        eventId = anEvent().embeddedBy(PARTNER).publishedBy(organizer);
    }

    @Test
    void whoeverComesIsLetInAndHeardOf() {
        var login = login(everyone, eventId).expect(200).json();

        assertThat(login.getJsonObject("flow").getString("currentStep")).isEqualTo("watch");
        assertThat(login.getJsonObject("playback").getString("url")).endsWith("master.m3u8");

        var beat = beat(everyone, login, login.getString("sessionToken")).expect(200);

        assertThat(beat.json().getBoolean("continue")).isTrue();
        assertThat(beat.json().getInt("nextInSeconds")).isBetween(1, 40);
        assertThat(beat.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aTokenOpensItsOwnSessionOnlyAndNothingWhenItIsAltered() {
        var one = login(everyone, eventId).expect(200).json();
        var other = login(everyone, eventId).expect(200).json();

        for (var token :
                new String[] {other.getString("sessionToken"), one.getString("sessionToken") + "x", "", "a.b"}) {
            assertThat(beat(everyone, one, token).expect(401).errorCode()).isEqualTo("unauthenticated");
        }
        assertThat(everyone.post(path(one), report()).expect(401).errorCode()).isEqualTo("unauthenticated");
    }

    @Test
    void aScreenThatIsDoneIsOver() {
        var login = login(everyone, eventId).expect(200).json();
        var screen = everyone.with("Authorization", "Foyer " + login.getString("sessionToken"));

        screen.delete("/api/sessions/" + login.getString("sessionId")).expect(204);

        assertThat(screen.post(path(login), report()).expect(200).json().getBoolean("continue"))
                .isFalse();
        screen.delete("/api/sessions/" + login.getString("sessionId")).expect(204);
    }

    @Test
    void pagesOfTheEventMayCallAndOthersMayNot() {
        var partner = everyone.with("Origin", PARTNER);
        var login = login(partner, eventId).expect(200);
        assertThat(login.header("Access-Control-Allow-Origin")).isEqualTo(PARTNER);
        assertThat(beat(partner, login.json(), login.json().getString("sessionToken"))
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo(PARTNER);

        var stranger = login(everyone.with("Origin", "https://elsewhere.example"), eventId)
                .expect(403);
        assertThat(stranger.errorCode()).isEqualTo("origin_not_allowed");
        assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();

        var asked = partner.with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .call("OPTIONS", path(login.json()), "")
                .expect(204);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void whatIsNotOutLetsNobodyIn() {
        assertThat(login(everyone, anEvent().createdBy(organizer)).expect(404).errorCode())
                .isEqualTo("not_found");
        assertThat(login(everyone, "unknown").expect(404).errorCode()).isEqualTo("not_found");
    }

    private static Called login(Http caller, String event) {
        return caller.post(
                "/api/auth/login",
                Json.createObjectBuilder().add("eventId", event).build());
    }

    private static Called beat(Http caller, JsonObject login, String token) {
        return caller.with("Authorization", "Foyer " + token).post(path(login), report());
    }

    private static String path(JsonObject login) {
        return "/api/sessions/" + login.getString("sessionId") + "/heartbeat";
    }

    private static JsonObject report() {
        return Json.createObjectBuilder()
                .add("position", 12.5)
                .add("state", "playing")
                .add(
                        "played",
                        Json.createArrayBuilder()
                                .add(Json.createArrayBuilder().add(0).add(12.5)))
                .build();
    }
}
