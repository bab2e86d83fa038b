package foyer.whole;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What config/payara asks of the server, on both packagings: their answers do not tell them apart. */
@Isolated("it may be what starts Payara Server, which takes both cores")
@ParameterizedClass
@EnumSource(Packaging.class)
class PackagingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameter
    Packaging packaging = Packaging.MICRO;

    @ParameterizedTest
    @ValueSource(strings = {"/api/events/unknown", "/watch/unknown", "/health/ready", "/nowhere", "/metrics"})
    void neitherNamesTheServerNorForbidsFrames(String path) {
        var answer = whole().http().get(path).answer();

        assertThat(answer.headers().map())
                .doesNotContainKeys("server", "x-powered-by", "x-frame-options", "set-cookie");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Payara");
    }

    @Test
    void compressesPages() {
        var page = whole().http().with("Accept-Encoding", "gzip").get(aPage()).expect(200);

        assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void speaksHttp2OverTls() {
        var answer = whole().overTls().over(Version.HTTP_2).get("/health/live").expect(200);

        assertThat(answer.answer().version()).isEqualTo(Version.HTTP_2);
    }

    @ParameterizedTest
    @EnumSource
    void speaksTls12AndNothingOlder(TlsGreeting greeting) throws IOException {
        assertThat(greeting.isAnsweredBy(URI.create(whole().secureUrl()))).isEqualTo(greeting == TlsGreeting.TLS_1_2);
    }

    @Test
    void keepsConnections() throws IOException {
        var address = URI.create(whole().url());
        try (var connection = new Socket(address.getHost(), address.getPort())) {
            var request = "GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            for (var call = 0; call < 2; call++) {
                connection.getOutputStream().write(request);
                assertThat(statusLine(connection.getInputStream())).startsWith("HTTP/1.1 404");
            }
        }
    }

    @Test
    void handsOddAddressesToTheApi() {
        var answer = whole().http().get("/api/events/a%2Fb").expect(404);

        assertThat(answer.errorCode()).isEqualTo("not_found");
    }

    @Test
    void describesTheApi() {
        assertThat(whole().http().get("/openapi").expect(200).text()).contains("/events/{eventId}", "Idempotency-Key");
        assertThat(whole().http().get("/api/docs").expect(200).header("Content-Type"))
                .startsWith("text/html");
    }

    @Test
    void refusesATokenThatIsNoneInTheOneFormat() {
        var forged = whole().bearer("organizer") + "x";

        for (var path : new String[] {"/api/events", "/api/auth/jwks"}) {
            var refused = whole().http().with("Authorization", forged).get(path).expect(401);

            refused.problem();
            assertThat(refused.errorCode()).isEqualTo("unauthenticated");
        }
    }

    @Test
    void writesNoSessionIntoAddresses() {
        assertThat(whole().http().get(aPage()).expect(200).text()).doesNotContainIgnoringCase("jsessionid");
    }

    @Test
    void showsFiguresToNobodyInParticular() {
        assertThat(whole().http().get("/metrics").text()).doesNotContain("mp_scope");
        assertThat(whole().overTls().get("/metrics").text()).doesNotContain("mp_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/health/live", "/health/started"})
    void saysNoMoreOfItsHealthThanUpOrDown(String path) {
        var health = whole().http().get(path).expect(200);

        assertThat(health.text()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
        assertThat(health.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void writesItsLogAsJsonOnStandardOutput() {
        assertThat(said())
                .hasSizeGreaterThan(1)
                .allSatisfy(line ->
                        assertThatCode(() -> object(line)).as("%s", line).doesNotThrowAnyException());
    }

    @Test
    void writesWhichRequestALineOfItsLogIsAbout() throws IOException {
        var id = "hangs-up-" + UUID.randomUUID();

        callAndHangUp(id);

        assertThat(Await.until(PATIENCE, () -> !about(id).isEmpty())).isTrue();
        assertThat(about(id)).hasSize(1).allSatisfy(line -> {
            assertThat(line.getString("Level")).isEqualTo("INFO");
            assertThat(line.getString("LogMessage")).isEqualTo("Whoever called was gone before they were answered.");
        });
    }

    @Test
    void tookEveryBootCommand() {
        assertThat(whole().server().process().output()).doesNotContainPattern("Boot Command \\S+ failed");
    }

    private Whole whole() {
        return Whole.on(packaging);
    }

    /** Each whole line since the application was there: before, the JVM and the launcher speak as they do. */
    private List<String> said() {
        var output = whole().server().process().output();
        return output.substring(0, output.lastIndexOf('\n') + 1)
                .lines()
                .dropWhile(line -> !line.contains("Loading application ["))
                .toList();
    }

    private List<JsonObject> about(String request) {
        return said().stream()
                .filter(line -> line.contains(request))
                .map(PackagingIT::object)
                .filter(line -> line.getString("requestId", "").equals(request))
                .toList();
    }

    private static JsonObject object(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    /** In the middle of a body, which the server waits for. */
    private void callAndHangUp(String request) throws IOException {
        var address = URI.create(whole().url());
        try (var connection = new Socket(address.getHost(), address.getPort())) {
            var half = "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + request
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
            connection.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String aPage() {
        return "/watch/" + anEvent().publishedBy(whole().as("organizer"));
    }

    /** The body is read as well, so that the next answer begins where this one ends. */
    private static String statusLine(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return "closed after " + head;
            }
            head.append((char) next);
        }
        var length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
        return head.toString();
    }
}
