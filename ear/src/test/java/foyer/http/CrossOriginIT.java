package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Whole;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may read the API's answers from a page on another origin. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginIT {
    private static final String PARTNER = "https://partner.example";

    private String path = "";

    @BeforeAll
    void anEventThatAPartnerEmbeds() {
        path = "/api/events/"
                + anEvent().embeddedBy(PARTNER).publishedBy(Whole.onMicro().as("organizer"));
    }

    @Test
    void theEventsPartnerMayReadIt() {
        var seen = from(PARTNER, "GET").expect(200);

        assertThat(seen.header("Access-Control-Allow-Origin")).isEqualTo(PARTNER);
        assertThat(seen.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(String.join(",", seen.answer().headers().allValues("Vary"))).contains("Origin");
    }

    @Test
    void nobodyElseMayAndNobodyIsReflected() {
        var seen = from("https://elsewhere.example", "GET").expect(200);

        assertThat(seen.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(String.join(",", seen.answer().headers().allValues("Vary"))).contains("Origin");
    }

    @Test
    void preflightsAreAnsweredByTheSameRule() {
        var http = Whole.onMicro().http().with("Access-Control-Request-Method", "GET");

        var allowed = http.with("Origin", PARTNER).call("OPTIONS", path, "");
        var refused = http.with("Origin", "https://elsewhere.example").call("OPTIONS", path, "");

        assertThat(allowed.status()).isIn(200, 204);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(PARTNER);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void thePartnersPageMayReadWhyItIsRefusedAndNobodyElseMay() {
        for (var origin : List.of(PARTNER, "https://elsewhere.example")) {
            var page = Whole.onMicro().http().with("Origin", origin);
            var refusals = List.of(
                    page.with("Accept", "image/png").get(path).expect(406),
                    page.with("Authorization", "Bearer nonsense").get(path).expect(401));

            for (var refused : refusals) {
                refused.problem();
                assertThat(refused.header("Access-Control-Allow-Origin"))
                        .as("%s for %s", refused.status(), origin)
                        .isEqualTo(origin.equals(PARTNER) ? PARTNER : "");
                assertThat(refused.header("Access-Control-Allow-Credentials")).isEmpty();
                assertThat(String.join(",", refused.answer().headers().allValues("Vary")))
                        .contains("Origin");
            }
        }
    }

    @Test
    void operatorsCallsAreClosedWithoutASetting() {
        var answer = Whole.onMicro().as("organizer").with("Origin", PARTNER).get("/api/events");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private Called from(String origin, String method) {
        return Whole.onMicro().http().with("Origin", origin).call(method, path, "");
    }
}
