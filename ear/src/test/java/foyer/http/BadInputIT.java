package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import foyer.whole.Whole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent for a body: one error format, soon, nothing lost, nothing run, and the server stays well. */
@Isolated("it measures what a call costs the server")
@ExtendWith(StillWell.class)
@Timeout(30)
class BadInputIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final RawSocket raw = new RawSocket(Whole.onMicro().url());

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}"})
    void whatIsNoJsonObjectIsRefused(String body) {
        malformed(body);
    }

    /** Nothing else is wrong with any of these: without the first field it is an event that is taken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\": \"first\"",
                "'screens': 1",
                "\"capacity\": 1e309",
                "\"capacity\": 1e999999999",
                "\"capacity\": NaN",
                "\"description\": \"\\ud800\""
            })
    void anEventWithAFieldThatReadersDisagreeAboutIsRefused(String field) {
        malformed(anEvent().json().toString().replaceFirst("\\{", Matcher.quoteReplacement("{" + field + ",")));
    }

    @Test
    void aBodyOfNothingButUnknownFieldsIsAnsweredBriefly() {
        var unknown =
                IntStream.range(0, 15_000).mapToObj(key -> "\"" + key + "\":1").collect(joining(","));

        var many = everyone.call("POST", "/api/auth/login", "{" + unknown + "}").expect(400);
        assertThat(many.errorCode()).isEqualTo("validation_failed");
        assertThat(many.text()).hasSizeLessThan(50_000);

        var more = "{" + unknown + ",\"many\":[" + "1,".repeat(400_000) + "1]}";
        assertThat(everyone.call("POST", "/api/auth/login", more).expect(400).errorCode())
                .isEqualTo("malformed_json");
    }

    @Test
    void depthAndDigitsWithoutEndAreRefusedFast() {
        var deep = "{\"description\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        // As many as a body may have: some more, and it is too large (see below).
        var number = "{\"capacity\":" + "7".repeat(999_987) + "}";

        assertThat(organizer.call("POST", "/api/events", deep).problem().toString())
                .contains("malformed_json");
        assertThat(organizer.call("POST", "/api/events", number).problem().toString())
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
        refused.problem();
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

            assertThat(refused.expect(415).problem().toString()).contains("without a content encoding");
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

    private void malformed(String body) {
        var refused = organizer
                .with("Content-Type", "application/json")
                .call("POST", "/api/events", body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));

        assertThat(refused.expect(400).errorCode()).isEqualTo("malformed_json");
        refused.problem();
    }

    private static String bearer() {
        return Whole.onMicro().bearer("organizer");
    }
}
