package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are wrong, too large, packed, or never come. */
@Timeout(30)
class BadBodyIT {
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
            assertThat(EventsIT.fields(BadInputIT.problem(refused))).as(field).anyMatch(path -> path.startsWith(field));
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
        assertThat(BadInputIT.problem(refused).getJsonObject("error").getString("code"))
                .isIn("malformed_json", "validation_failed");
    }

    @Test
    void depthAndDigitsWithoutEndAreRefusedFast() {
        var deep = "{\"description\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        var number = "{\"capacity\":" + "7".repeat(900_000) + "}";

        assertThat(BadInputIT.problem(organizer.call("POST", "/api/events", deep))
                        .toString())
                .contains("malformed_json");
        assertThat(organizer.call("POST", "/api/events", number).status()).isEqualTo(400);
    }

    @Test
    void tenMegabytesAreTooLarge() {
        var large = "{\"description\":\"" + "x".repeat(10_000_000) + "\"}";

        var answer = raw.send("POST /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + bearer() + "\r\nContent-Type: application/json\r\nContent-Length: " + large.length() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"too_large\"");
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
        BadInputIT.problem(refused);
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

            assertThat(BadInputIT.problem(refused.expect(415)).toString()).contains("without a content encoding");
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

    @Test
    void noAnswerIsSlow() {
        var started = System.nanoTime();

        organizer.call("POST", "/api/events", "{\"capacity\":" + "1".repeat(500_000) + "}");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
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
