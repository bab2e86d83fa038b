package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Viewers who were here before are known by a cookie, which tells how far they had come and opens nothing. */
@Beside
class ReturningViewersIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final String event = anEvent()
            .with("authType", "email")
            .with("verifyEmail", JsonValue.FALSE)
            .with(
                    "registrationConfig",
                    Json.createObjectBuilder().add("approval", true).build())
            .publishedBy(organizer);

    @Test
    void whoeverRegistersAndHasNothingToProveIsKnown() {
        var known = known(register("json").expect(201).header("Set-Cookie"));

        assertThat(known.get("/api/events/" + event + "/flow").expect(200).text())
                .contains("\"approval\"")
                .doesNotContain("sessionToken");
    }

    @Test
    void thePageBeginsWhereTheyStand() {
        var joined = register("page").expect(201);
        var known = known(joined.header("Set-Cookie"));

        assertThat(page(everyone)).contains("data-way=\"register\"");
        assertThat(page(known)).contains("data-way=\"wait\"", "Almost there").doesNotContain("sessionToken");

        organizer
                .post("/api/registrations/" + joined.json().getString("registrationId") + "/approve")
                .expect(200);
        assertThat(page(known)).contains("data-way=\"code\"");
        assertThat(page(known, "?way=register")).contains("data-way=\"register\"");
        assertThat(page(everyone)).contains("data-way=\"register\"");
    }

    @Test
    void whoWaitsIsToldOfTheApprovalByTheSessionTheyHave() {
        var joined = register("wait").expect(201).json();
        var viewer = everyone.with(
                "Authorization", "Foyer " + joined.getJsonObject("session").getString("sessionToken"));
        var flow = "/api/events/" + event + "/flow";
        assertThat(viewer.get(flow).expect(200).text()).contains("approval").doesNotContain("playback");

        organizer
                .post("/api/registrations/" + joined.getString("registrationId") + "/approve")
                .expect(200);

        var found = viewer.get(flow).expect(200).json();
        assertThat(found.getString("currentStep")).isEqualTo("watch");
        assertThat(found.getJsonObject("sessionData")).containsKey("playback");
    }

    @Test
    void whoLeavesIsForgottenByTheirBrowser() {
        for (var way : List.of("registrations", "sessions")) {
            var joined = register(way).expect(201).json();
            var session = joined.getJsonObject("session");
            var id = way.equals("sessions") ? session.getString("sessionId") : joined.getString("registrationId");
            var left = everyone.with("Authorization", "Foyer " + session.getString("sessionToken"))
                    .delete("/api/" + way + "/" + id)
                    .expect(204);

            assertThat(left.header("Set-Cookie"))
                    .startsWith("__Host-foyer-" + event + "=;")
                    .contains("Max-Age=0", "Path=/", "Secure", "Partitioned");
        }
    }

    private Called register(String who) {
        return everyone.post("/api/registrations", wish(who));
    }

    private JsonObject wish(String who) {
        return Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", who + "-" + UUID.randomUUID() + "@example.com")
                .build();
    }

    /** A browser that kept what it was given. */
    private Http known(String cookie) {
        assertThat(cookie).startsWith("__Host-foyer-" + event);
        return everyone.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private String page(Http browser) {
        return page(browser, "");
    }

    private String page(Http browser, String query) {
        var answer = browser.get("/watch/" + event + query).expect(200);
        // Nobody else may be given the page of somebody who is known.
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.text();
    }
}
