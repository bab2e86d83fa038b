package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Called;
import foyer.whole.Http;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The organiser's own tools, in a browser on an origin that the settings name, may call everything; nobody else's may. */
@Isolated("it starts servers of its own, which takes both cores")
class OperatorPagesIT {
    private static final String HERE = "203.0.113.40";

    @Test
    void aBrowserIsToldBeforehandWhatItMaySend() {
        var allowed = preflight(Production.OPERATORS_PAGES).expect(204);

        assertThat(reader(allowed)).isEqualTo(Production.OPERATORS_PAGES);
        assertThat(listed(allowed, "Access-Control-Allow-Methods")).contains("PUT", "DELETE");
        assertThat(listed(allowed, "Access-Control-Allow-Headers")).contains("Authorization", "If-Match");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void anAnswerMayBeReadWithItsTag() {
        var answer = on(Production.OPERATORS_PAGES, Production.organizer(HERE))
                .get("/api/events")
                .expect(200);

        assertThat(reader(answer)).isEqualTo(Production.OPERATORS_PAGES);
        assertThat(listed(answer, "Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
    }

    @Test
    void aRefusalMayBeReadTooOrNobodyWouldKnowWhenToRefresh() {
        var page = on(Production.OPERATORS_PAGES, Production.from(HERE));

        var noToken = page.get("/api/events").expect(401);
        var noGoodToken =
                page.with("Authorization", "Bearer a.b.c").get("/api/events").expect(401);
        var unknown = page.get("/api/events/AAAAAAAAAAAAAAAAAAAAAA").expect(404);

        assertThat(List.of(noToken, noGoodToken, unknown))
                .allSatisfy(refused -> assertThat(reader(refused)).isEqualTo(Production.OPERATORS_PAGES))
                .allSatisfy(Called::problem);
    }

    @Test
    void pagesOfAnotherOriginMayReadNothing() {
        var elsewhere = "https://elsewhere.example";

        assertThat(reader(preflight(elsewhere).expect(403))).isEmpty();
        assertThat(reader(on(elsewhere, Production.organizer(HERE)).get("/api/events")))
                .isEmpty();
    }

    private static Called preflight(String origin) {
        return on(origin, Production.from(HERE))
                .with("Access-Control-Request-Method", "PUT")
                .with("Access-Control-Request-Headers", "authorization,if-match")
                .call("OPTIONS", "/api/events/AAAAAAAAAAAAAAAAAAAAAA", "");
    }

    private static Http on(String origin, Http caller) {
        return caller.with("Origin", origin);
    }

    private static String reader(Called answer) {
        return answer.header("Access-Control-Allow-Origin");
    }

    private static List<String> listed(Called answer, String header) {
        return List.of(answer.header(header).split(", "));
    }
}
