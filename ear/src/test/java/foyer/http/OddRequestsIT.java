package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import foyer.whole.Whole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the head of a request: one error format, and who calls is looked at first. */
@Isolated("half a minute has to be enough for each of its tests")
@ExtendWith(StillWell.class)
@Timeout(30)
class OddRequestsIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final RawSocket raw = new RawSocket(Whole.onMicro().url());

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc", ";x=1", "a;x=1", "%2e%2e", "a%20b", "…"})
    void anOddIdIsSimplyNotFound(String id) {
        for (var path : List.of("/api/events/" + id, "/api/operators/" + id)) {
            var answer = raw.get(path);

            assertThat(answer.substring(9, 12)).as(path + " " + answer).isIn("400", "401", "404");
            assertThat(answer).doesNotContainIgnoringCase("<html").contains("\"error\"");
        }
    }

    // Payara takes each of these for an address of the API, which is another one to whoever reads it by its letters.
    @ParameterizedTest
    @ValueSource(
            strings = {"/api;events/AAAAAAAAAAAAAAAAAAAAAA", "/api;auth/jwks", "/api;x=1/events", "//api/auth/jwks"})
    void anAddressThatIsOfTheApiByItsDetoursOnlyIsNone(String path) {
        var answer = raw.get(path);

        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("\"not_found\"")
                .containsIgnoringCase("\nRateLimit: ")
                .doesNotContainIgnoringCase("<html");
    }

    @Test
    void atSuchAnAddressABadTokenIsRefusedInTheOneFormat() {
        var answer = raw.send("""
                GET /api;auth/jwks HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Authorization: Bearer nonsense\r
                \r
                """);

        assertThat(answer)
                .startsWith("HTTP/1.1 401")
                .contains("\"unauthenticated\"")
                .doesNotContainIgnoringCase("<html");
    }

    // Payara's HTTP parser refuses these before any application is asked, and says nothing but the status.
    @ParameterizedTest
    @ValueSource(strings = {"%00", "%ff", "{}"})
    void whatIsNoAddressByTheStandardIsRefused(String id) {
        var answer = raw.get("/api/events/" + id);

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("<html", "exception");
    }

    // Payara answers 200 here, see docs/adr/0005: at least nothing is in it.
    @ParameterizedTest
    @ValueSource(strings = {"/api/events/%", "/api/events/%zz", "/%"})
    void aBrokenPercentSignIsAnsweredWithNothing(String path) {
        assertThat(raw.get(path)).startsWith("HTTP/1.1 ").endsWith("\r\n\r\n");
    }

    @Test
    void anAddressWithoutEndIsToldSo() {
        var answer = raw.get("/api/events/" + "a".repeat(8_192));

        assertThat(answer)
                .satisfiesAnyOf(
                        tooLong ->
                                assertThat(tooLong).startsWith("HTTP/1.1 414").contains("uri_too_long"),
                        unknown ->
                                assertThat(unknown).startsWith("HTTP/1.1 404").contains("not_found"));
    }

    @Test
    void methodTypeAndAcceptThatNobodyServesAreTold() {
        var notAllowed = organizer.call("PATCH", "/api/events", "{}").expect(405);
        assertThat(notAllowed.problem().toString()).contains("method_not_allowed");
        assertThat(notAllowed.header("Allow").split(", ")).contains("HEAD", "GET", "POST");
        assertThat(organizer
                        .with("Content-Type", "text/plain")
                        .call("POST", "/api/events", "{}")
                        .expect(415)
                        .problem()
                        .toString())
                .contains("unsupported_media_type");
        assertThat(organizer
                        .with("Accept", "image/png")
                        .get("/api/events")
                        .expect(406)
                        .problem()
                        .toString())
                .contains("not_acceptable");
        everyone.get("/api/nowhere").expect(404).problem();
        everyone.get("/api").expect(404).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "a/b/c", "application/json;charset=", "application"})
    void aTypeOfTheBodyThatNobodyCanReadIsTold(String type) {
        var sender = organizer.with("Content-Type", type);

        sender.call("POST", "/api/events", "{}").expect(415).problem();
        sender.get("/api/auth/jwks").expect(415).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "application/json;q=abc", "application/json;q=2", "/", "text/html, a/b/c"})
    void aListOfTypesThatNobodyCanReadIsTold(String accept) {
        everyone.with("Accept", accept).get("/api/auth/jwks").expect(406).problem();
        organizer.with("Accept", accept).get("/api/events").expect(406).problem();
    }

    @Test
    void aListOfTypesInSeveralLinesOrWithoutEndIsReadAsOne() {
        for (var lines : List.of("Accept: application/json\r\nAccept: ;;;", "Accept: " + ";".repeat(1_001))) {
            var answer = raw.send(
                    "GET /api/auth/jwks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 406").contains("\"not_acceptable\"");
        }
        assertThat(raw.send("""
                GET /api/auth/jwks HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Accept: text/html\r
                Accept: application/json;q=0.5\r
                \r
                """)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "application/json;q=0.5,*/*;q=0.1",
                "application/*",
                "application/json;note=\"a, b\""
            })
    void whatClientsUsuallyAcceptIsServed(String accept) {
        everyone.with("Accept", accept).get("/api/auth/jwks").expect(200);
    }

    @Test
    void whoCallsIsCheckedBeforeTheBodyIsRead() {
        everyone.call("POST", "/api/events", "{").expect(401).problem();
        Whole.onMicro()
                .as("analyst")
                .call("POST", "/api/events", "{")
                .expect(403)
                .problem();
    }
}
