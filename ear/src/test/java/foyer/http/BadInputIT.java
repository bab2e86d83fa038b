package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: one error format, soon, nothing lost, nothing run, and the server stays well. */
@Isolated("it measures what a call costs the server")
@Timeout(30)
class BadInputIT {
    private static final List<String> FIELDS = List.of(
            "title",
            "description",
            "authType",
            "startsAt",
            "endsAt",
            "timeZone",
            "capacity",
            "videoConfig",
            "videoUrl",
            "registrationConfig",
            "paymentConfig",
            "passwordConfig",
            "verifyEmail",
            "embedConfig",
            "waitingList",
            "screens",
            "vimeoId");

    /** They may come back as they were read. */
    private static final List<String> SET_BY_NOBODY = List.of("eventId", "state", "version", "createdAt", "updatedAt");

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final RawSocket raw = new RawSocket(Whole.onMicro().url());

    @AfterEach
    void theServerIsStillWell() {
        everyone.get("/health/ready").expect(200);
        anEvent().createdBy(organizer);
    }

    static Stream<String> fields() {
        return FIELDS.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void theWrongTypeIsToldByTheFieldsName(String field) {
        for (var wrong : List.of(
                JsonValue.TRUE,
                Json.createValue(3.5),
                Json.createValue("\u0000"),
                emptyList(),
                listOf(JsonValue.NULL))) {
            if (wrong == JsonValue.TRUE && List.of("verifyEmail", "waitingList").contains(field)) {
                continue;
            }
            var refused =
                    organizer.post("/api/events", anEvent().with(field, wrong).json());

            assertThat(refused.status()).as(field + ": " + wrong).isEqualTo(400);
            assertThat(EventsIT.fields(problem(refused))).as(field).anyMatch(path -> path.startsWith(field));
        }
    }

    @Test
    void noFieldOfAnEventIsLeftOut() {
        var described = everyone.with("Accept", "application/json")
                .get("/openapi")
                .expect(200)
                .json();

        var fields = described.getValue("/components/schemas/SubmittedEvent/properties");
        assertThat(FIELDS)
                .containsAll(fields.asJsonObject().keySet().stream()
                        .filter(field -> !SET_BY_NOBODY.contains(field))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/auth/login, email",
        "/api/auth/login, password",
        "/api/auth/login, eventId",
        "/api/auth/code, eventId",
        "/api/auth/refresh, refreshToken",
        "/api/auth/logout, refreshToken",
        "/api/operators, email",
        "/api/operators, name",
        "/api/operators, password",
        "/api/operators, roles",
        "/api/operators, disabled"
    })
    void theWrongTypeIsToldWhereverPeopleSignIn(String path, String field) {
        var caller = path.equals("/api/operators") ? Whole.onMicro().as("admin") : everyone;
        for (var wrong :
                List.of(Json.createValue(3.5), emptyList(), listOf(JsonValue.NULL), JsonValue.EMPTY_JSON_OBJECT)) {
            var body = Json.createObjectBuilder().add(field, wrong).build();

            var refused = caller.post(path, body);

            assertThat(refused.status()).as(field + ": " + wrong).isEqualTo(400);
            assertThat(EventsIT.fields(problem(refused))).as(field).anyMatch(named -> named.startsWith(field));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{'title': 1}",
                "{\"capacity\": 1e309}",
                "{\"capacity\": 1e999999999}",
                "{\"capacity\": NaN}",
                "{\"title\": \"\\ud800\"}"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        var refused = organizer
                .with("Content-Type", "application/json")
                .call("POST", "/api/events", body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(problem(refused).getJsonObject("error").getString("code"))
                .isIn("malformed_json", "validation_failed");
    }

    @Test
    void depthAndDigitsWithoutEndAreRefusedFast() {
        var deep = "{\"description\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        // As many as a body may have: some more, and it is too large (see below).
        var number = "{\"capacity\":" + "7".repeat(999_987) + "}";

        assertThat(problem(organizer.call("POST", "/api/events", deep)).toString())
                .contains("malformed_json");
        assertThat(problem(organizer.call("POST", "/api/events", number)).toString())
                .contains("malformed_json");
    }

    @Test
    void tenMegabytesAreTooLarge() {
        var large = "{\"description\":\"" + "x".repeat(10_000_000) + "\"}";

        var answer = raw.send("POST /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + bearer() + "\r\nContent-Type: application/json\r\nContent-Length: " + large.length() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"too_large\"");
    }

    @Test
    void tenMegabytesInChunksAreTooLargeToo() throws IOException {
        var chunk = "f4240\r\n" + "x".repeat(1_000_000) + "\r\n";
        try (var socket = raw.open()) {
            var out = socket.getOutputStream();
            out.write(("POST /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + bearer()
                            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var bytes = chunk.getBytes(StandardCharsets.US_ASCII);
            // Whoever is told that it is too much need not send the rest.
            for (var sent = 0; sent < 10 && socket.getInputStream().available() == 0; sent++) {
                try {
                    out.write(bytes);
                } catch (IOException hungUp) {
                    // Told while it was sent: what was said before stands in the line.
                    break;
                }
            }

            assertThat(RawSocket.answer(socket)).startsWith("HTTP/1.1 413").contains("\"too_large\"");
        }
    }

    @Test
    void aGzipBombIsNotInflated() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            var zeros = new byte[1_000_000];
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                gzip.write(zeros);
            }
        }

        var refused = organizer
                .with("Content-Encoding", "gzip")
                .call("POST", "/api/events", BodyPublishers.ofByteArray(bomb.toByteArray()));

        assertThat(refused.status()).isIn(413, 415);
        problem(refused);
    }

    @Test
    void aCompressedBodyIsNotTakenHoweverSmall() throws IOException {
        var small = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(small)) {
            gzip.write(anEvent().json().toString().getBytes(StandardCharsets.UTF_8));
        }

        for (var encoding : List.of("gzip", "x-gzip", "br", "identity, gzip")) {
            var refused = organizer
                    .with("Content-Encoding", encoding)
                    .call("POST", "/api/events", BodyPublishers.ofByteArray(small.toByteArray()));

            assertThat(problem(refused.expect(415)).toString()).contains("without a content encoding");
        }
        organizer
                .with("Content-Encoding", "identity")
                .call("POST", "/api/events", anEvent().json().toString())
                .expect(201);
    }

    @Test
    void bodiesThatNeverComeHoldNobodyUp() throws IOException {
        var head = "POST /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer()
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"title\":";
        var slow = new ArrayList<Socket>();
        try {
            for (var sender = 0; sender < 20; sender++) {
                var socket = raw.open();
                slow.add(socket);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            }
            var started = System.nanoTime();

            everyone.get("/api/auth/jwks").expect(200);

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc", ";x=1", "a;x=1", "%2e%2e", "a%20b", "…"})
    void anOddIdIsSimplyNotFound(String id) {
        for (var path : List.of("/api/events/" + id, "/api/operators/" + id)) {
            var answer = raw.get(path);

            assertThat(answer.substring(9, 12)).as(path + " " + answer).isIn("400", "401", "404");
            assertThat(answer).doesNotContainIgnoringCase("<html").contains("\"error\"");
        }
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
        assertThat(problem(notAllowed).toString()).contains("method_not_allowed");
        assertThat(notAllowed.header("Allow").split(", ")).contains("HEAD", "GET", "POST");
        assertThat(problem(organizer
                                .with("Content-Type", "text/plain")
                                .call("POST", "/api/events", "{}")
                                .expect(415))
                        .toString())
                .contains("unsupported_media_type");
        assertThat(problem(organizer
                                .with("Accept", "image/png")
                                .get("/api/events")
                                .expect(406))
                        .toString())
                .contains("not_acceptable");
        problem(everyone.get("/api/nowhere").expect(404));
        problem(everyone.get("/api").expect(404));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "a/b/c", "application/json;charset=", "application"})
    void aTypeOfTheBodyThatNobodyCanReadIsTold(String type) {
        var sender = organizer.with("Content-Type", type);

        problem(sender.call("POST", "/api/events", "{}").expect(415));
        problem(sender.get("/api/auth/jwks").expect(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "application/json;q=abc", "application/json;q=2", "/", "text/html, a/b/c"})
    void aListOfTypesThatNobodyCanReadIsTold(String accept) {
        problem(everyone.with("Accept", accept).get("/api/auth/jwks").expect(406));
        problem(organizer.with("Accept", accept).get("/api/events").expect(406));
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
        problem(everyone.call("POST", "/api/events", "{").expect(401));
        problem(Whole.onMicro().as("analyst").call("POST", "/api/events", "{").expect(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "#{7*7}",
                "${jndi:ldap://127.0.0.1/a}",
                "\u202egnirts desrever\u202c",
                "👩‍🚀 émoji ﷽",
                "' OR 1=1 --",
                "\\\"}],"
            })
    void anyTextComesBackAsItWasAndDoesNothing(String text) {
        var id = anEvent().titled(text).with("description", text).publishedBy(organizer);

        var seen = everyone.get("/api/events/" + id).expect(200).json();
        var page = everyone.get("/watch/" + id).expect(200).text();

        assertThat(seen.getString("title")).isEqualTo(text);
        assertThat(seen.getString("description")).isEqualTo(text);
        assertThat(page).doesNotContain("<script>alert", ">49<");
    }

    @Test
    void noAnswerIsSlow() {
        var started = System.nanoTime();

        organizer.call("POST", "/api/events", "{\"capacity\":" + "1".repeat(500_000) + "}");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    /** The body, when it is in the one format. */
    static JsonObject problem(Called refused) {
        return refused.problem();
    }

    private static String bearer() {
        return Whole.onMicro().bearer("organizer");
    }

    private static JsonValue emptyList() {
        return listOf(Json.createObjectBuilder().build());
    }

    private static JsonValue listOf(JsonValue item) {
        return Json.createArrayBuilder().add(item).build();
    }
}
