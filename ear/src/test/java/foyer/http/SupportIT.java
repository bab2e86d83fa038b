package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What went wrong on a screen, told by its session and looked up by operators. */
@Beside
class SupportIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void operatorsFindItByTheCodeAndNobodyElseDoes() {
        var screen = login();

        report(screen, screen.getString("sessionToken"), "HTTP-0404").expect(204);

        var found = organizer.get("/api/support/http0404").expect(200);
        assertThat(found.header("Cache-Control")).isEqualTo("no-store");
        assertThat(found.json().getString("code")).isEqualTo("HTTP-0404");
        assertThat(found.json().getString("sessionId")).isEqualTo(screen.getString("sessionId"));
        assertThat(found.json().getJsonArray("happenings").getJsonObject(0).getString("detail"))
                .isEqualTo("fragLoadError 404");
        Whole.onMicro().as("analyst").get("/api/support/HTTP-0404").expect(403);
        everyone.get("/api/support/HTTP-0404").expect(401);
        assertThat(organizer.get("/api/support/HTTP-0405").expect(404).errorCode())
                .isEqualTo("not_found");
    }

    @Test
    void onlyTheSessionItselfTells() {
        var one = login();
        var other = login();

        for (var token : new String[] {other.getString("sessionToken"), one.getString("sessionToken") + "x", ""}) {
            report(one, token, "HTTP-0401").expect(401);
        }
        organizer.get("/api/support/HTTP-0401").expect(404);
    }

    @Test
    void whatIsNoReportIsRefused() {
        var screen = login();

        assertThat(report(screen, screen.getString("sessionToken"), "no code")
                        .expect(400)
                        .errorCode())
                .isEqualTo("validation_failed");
    }

    private JsonObject login() {
        var event = anEvent().publishedBy(organizer);
        return everyone.post(
                        "/api/auth/login",
                        Json.createObjectBuilder().add("eventId", event).build())
                .expect(200)
                .json();
    }

    private Called report(JsonObject screen, String token, String code) {
        var happening = Json.createObjectBuilder()
                .add("before", 1_500)
                .add("what", "error")
                .add("detail", "fragLoadError 404");
        return everyone.with("Authorization", "Foyer " + token)
                .post(
                        "/api/sessions/" + screen.getString("sessionId") + "/support",
                        Json.createObjectBuilder()
                                .add("code", code)
                                .add("happenings", Json.createArrayBuilder().add(happening))
                                .build());
    }
}
