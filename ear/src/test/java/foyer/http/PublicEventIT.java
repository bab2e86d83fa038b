package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** What strangers are told of an event, whoever answers: the filter in front of JAX-RS, or the resource. */
@Isolated("it calls two hundred times at the same moment")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicEventIT {
    private static final String PARTNER = "https://partner.example";
    private static final List<String> OF_EACH_ANSWER = List.of("x-request-id", "date", "ratelimit", "content-length");

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private String path = "";

    @BeforeAll
    void anEventThatAPartnerEmbeds() {
        path = "/api/events/" + anEvent().embeddedBy(PARTNER).publishedBy(organizer);
    }

    @Test
    void theFilterAnswersAsTheResourceDoes() {
        var tag = everyone.get(path).header("ETag");

        for (var caller : List.of(
                everyone,
                everyone.with("Origin", PARTNER),
                everyone.with("Origin", "https://elsewhere.example"),
                everyone.with("If-None-Match", tag),
                everyone.with("If-None-Match", "\"another\", W/" + tag),
                everyone.with("If-None-Match", "*"))) {
            alike(caller, path);
        }
    }

    @Test
    void whatIsNotThereIsMissingAlike() {
        var draft = "/api/events/" + anEvent().createdBy(organizer);

        for (var missing : List.of("/api/events/unknown", draft)) {
            var first = byFilter(everyone, missing);
            var second = byResource(everyone, missing);

            assertThat(first.expect(404).errorCode())
                    .isEqualTo(second.expect(404).errorCode());
            assertThat(message(first)).isEqualTo(message(second));
            assertThat(headers(first)).isEqualTo(headers(second));
        }
    }

    @Test
    void headTellsTheSameWithoutTheBody() {
        var head = everyone.call("HEAD", path, "").expect(200);

        assertThat(head.header("ETag")).isEqualTo(everyone.get(path).header("ETag"));
        assertThat(head.answer().body()).isEmpty();
    }

    @Test
    void aThreadThatServedAnOperatorServesTheNextStrangerAsOne() {
        var statuses = AtOnce.calls(
                200,
                caller -> (caller % 2 == 0 ? organizer : everyone)
                        .get("/api/operators")
                        .status());

        for (var caller = 0; caller < statuses.size(); caller++) {
            assertThat(statuses.get(caller)).isEqualTo(caller % 2 == 0 ? 403 : 401);
        }
    }

    private static void alike(Http caller, String path) {
        var first = byFilter(caller, path);
        var second = byResource(caller, path);

        assertThat(first.status()).isEqualTo(second.status());
        assertThat(first.answer().body()).isEqualTo(second.answer().body());
        assertThat(headers(first)).isEqualTo(headers(second));
    }

    private static Called byFilter(Http caller, String path) {
        return caller.with("Accept", "*/*").get(path);
    }

    // A weight is what the filter leaves to JAX-RS.
    private static Called byResource(Http caller, String path) {
        return caller.with("Accept", "application/json;q=0.9").get(path);
    }

    private static String message(Called answered) {
        return answered.json().getJsonObject("error").getString("message");
    }

    private static Map<String, List<String>> headers(Called answered) {
        var headers = new TreeMap<>(answered.answer().headers().map());
        headers.keySet().removeAll(OF_EACH_ANSWER);
        return headers;
    }
}
