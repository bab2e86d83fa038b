package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnMedia;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pictures that the server delivers itself, under addresses that carry the right to them. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryIT {
    private static final String INIT = "720p/init.mp4";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Pattern MANIFEST = Pattern.compile("\"manifestUrl\":(null|\"[^\"]*\")");

    private final String server = Whole.onMicro().url();
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private String manifest = "";
    private String eventId = "";

    @BeforeAll
    void anEventForWhoRegisters() {
        manifest = OwnMedia.recordingOn(server);
        eventId = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .showing(manifest)
                .publishedBy(organizer);
    }

    @Test
    void whoIsInFetchesThePlaylistAndByItsRelativeAddressesAllTheRest() {
        var address = addressFor(register());

        var playlist = fetch(address).expect(200);

        assertThat(playlist.bytes()).isEqualTo(OwnMedia.bytesOf(server, manifest));
        assertThat(playlist.header("Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(playlist.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(playlist.header("Access-Control-Allow-Origin")).isEqualTo("*");
        var segment = fetch(beside(address, INIT)).expect(200);
        assertThat(segment.bytes()).isEqualTo(OwnMedia.bytesOf(server, beside(manifest, INIT)));
        assertThat(segment.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(segment.header("Cache-Control")).contains("immutable");
    }

    @Test
    void whatAPlayerTellsOfItselfChangesNothing() {
        var segment = fetch(beside(addressFor(register()), INIT) + "?CMCD=bl%3D2000%2Cot%3Di%2Csid%3D%22a0b1%22")
                .expect(200);

        assertThat(segment.bytes()).isEqualTo(OwnMedia.bytesOf(server, beside(manifest, INIT)));
        assertThat(segment.header("No-Vary-Search")).isEqualTo("params=(\"CMCD\")");
    }

    @Test
    void aPartIsDeliveredAndNoneThatIsNotThere() {
        var address = beside(addressFor(register()), INIT);
        var whole = OwnMedia.bytesOf(server, beside(manifest, INIT));

        var part = everyone.with("Range", "bytes=4-11").get(path(address)).expect(206);

        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, 4, 12));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 4-11/" + whole.length);
        assertThat(everyone.with("Range", "bytes=-3")
                        .get(path(address))
                        .expect(206)
                        .bytes())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 3, whole.length));
        everyone.with("Range", "bytes=" + whole.length + "-").get(path(address)).expect(416);
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        var address = addressFor(register());
        var tag = fetch(address).expect(200).header("ETag");

        assertThat(everyone.with("If-None-Match", tag)
                        .get(path(address))
                        .expect(304)
                        .bytes())
                .isEmpty();
        var head = everyone.call("HEAD", path(address), "").expect(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(OwnMedia.bytesOf(server, manifest).length));
    }

    @Test
    void nothingIsDeliveredWithoutTheRight() {
        var address = addressFor(register());

        assertRefused(fetch(address.replace("/t/1.", "/t/1.x")));
        assertRefused(fetch(address.replace("/master.m3u8", "/../master.m3u8")));
        assertRefused(fetch(address.replace("/master.m3u8", "/%2e%2e/master.m3u8")));
        assertRefused(fetch(server + "/t/x/master.m3u8"));
        assertRefused(fetch(tokened(address, manifest.replace("/master.m3u8", "x/master.m3u8"))));
        fetch(manifest).expect(404);
        assertThat(fetch(beside(address, "nothing.mp4")).expect(404).errorCode())
                .isEqualTo("not_found");
    }

    /** Nor what is in memory by then, as it is from the second time on that somebody asks for it (docs/adr/0038). */
    @Test
    void whoseRightIsTakenBackFetchesNothing() {
        var registered = register();
        var address = addressFor(registered);
        var segment = beside(address, INIT);
        for (var time = 0; time < 3; time++) {
            fetch(segment).expect(200);
        }

        organizer
                .post("/api/registrations/" + registered.getString("registrationId") + "/revoke")
                .expect(200);

        // How a session stands is remembered for some seconds, and a right that is taken back ends within a minute.
        assertThat(Await.until(A_MINUTE, () -> fetch(segment).status() != 200)).isTrue();
        assertRefused(fetch(segment));
        assertRefused(fetch(address));
    }

    /** Where nobody has to prove anything everybody is told an address that works. */
    @Test
    void anybodyIsToldAnAddressWhereNothingIsAsked() {
        var open = anEvent().showing(OwnMedia.recordingOn(server)).publishedBy(organizer);
        var login = everyone.post(
                        "/api/auth/login",
                        Json.createObjectBuilder().add("eventId", open).build())
                .expect(200)
                .json();

        fetch(login.getJsonObject("playback").getString("url")).expect(200);
    }

    /** Be it a recording or a rehearsal: a page knows an address that is good from the start on, or none so far. */
    @Test
    void nothingIsDeliveredBeforeItsEventBegins() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var soon = beginning(now.plusSeconds(100));
        var login = everyone.post(
                        "/api/auth/login",
                        Json.createObjectBuilder().add("eventId", soon).build())
                .expect(200)
                .json();

        var refused = fetch(shownOn(soon));

        assertRefused(refused);
        assertThat(refused.text()).contains("not good yet");
        assertThat(login.containsKey("playback")).isFalse();
        assertThat(shownOn(beginning(now.plus(1, ChronoUnit.DAYS)))).isEqualTo("null");
    }

    private String beginning(Instant start) {
        return anEvent()
                .lasting(start, start.plusSeconds(3_600))
                .showing(OwnMedia.recordingOn(server))
                .publishedBy(organizer);
    }

    /** What the modules of an event's page are told to play. */
    private String shownOn(String event) {
        var page = everyone.get("/watch/" + event).expect(200).text().replace("&quot;", "\"");
        var told = MANIFEST.matcher(page);
        assertThat(told.find()).isTrue();
        return told.group(1).replace("\"", "");
    }

    @Test
    void aLastingAddressIsToldToWhoAsks() {
        var session = register().getJsonObject("session");
        var viewer = everyone.with("Authorization", "Foyer " + session.getString("sessionToken"));
        var flow = "/api/events/" + eventId + "/flow";

        var lasting = viewer.get(flow + "?playback=lasting")
                .expect(200)
                .json()
                .getJsonObject("sessionData")
                .getJsonObject("playback");

        fetch(lasting.getString("url")).expect(200);
        assertThat(lasting.getString("expiresAt"))
                .isGreaterThan(session.getJsonObject("playback").getString("expiresAt"));
        viewer.get(flow + "?playback=forever").expect(400);
    }

    /** For browsers that send to other devices only what does not end as a playlist's address does (docs/adr/0036). */
    @Test
    void aVideoElementIsLedToWhatItsViewerWasToldAndNowhereElse() {
        var address = addressFor(register());

        var led = everyone.get(leading(address)).expect(302);
        assertThat(led.header("Location")).isEqualTo(address);
        assertThat(led.header("Cache-Control")).isEqualTo("no-store");
        assertThat(led.header("Referrer-Policy")).isEqualTo("no-referrer");
        fetch(led.header("Location")).expect(200);

        everyone.get(leading(beside(address, INIT))).expect(404);
        everyone.get(leading("https://elsewhere.example/master.m3u8")).expect(404);
        everyone.get(leading(address).replace(eventId, eventId + "x")).expect(404);
        everyone.get("/stream/" + eventId).expect(404);
        everyone.with("Sec-Fetch-Mode", "navigate").get(leading(address)).expect(404);
    }

    /** What plays as if it were live is told bit by bit, and nobody fetches what is still to come. */
    @Test
    void aSimuliveRecordingIsToldAsFarAsItIsToBeSeen() {
        var begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(20);
        var plain = OwnMedia.recordingOn(server);
        var video = Json.createObjectBuilder().add("manifestUrl", plain).add("simulive", true);
        var open = anEvent()
                .lasting(begun, begun.plusSeconds(3_600))
                .with("videoConfig", video.build())
                .publishedBy(organizer);
        var login = everyone.post(
                        "/api/auth/login",
                        Json.createObjectBuilder().add("eventId", open).build())
                .expect(200)
                .json();
        var address = login.getJsonObject("playback").getString("url");

        var playlist = fetch(beside(address, "720p/index.m3u8")).expect(200).text();

        assertThat(playlist)
                .contains("#EXT-X-PROGRAM-DATE-TIME:" + begun.toString().replace("Z", ""))
                .contains("segment-9.m4s")
                .doesNotContain("segment-29.m4s", "#EXT-X-ENDLIST", "PLAYLIST-TYPE");
        fetch(beside(address, "720p/segment-9.m4s")).expect(200);
        fetch(beside(address, "720p/segment-29.m4s")).expect(404);
    }

    private JsonObject register() {
        return everyone.post(
                        "/api/registrations",
                        Json.createObjectBuilder()
                                .add("eventId", eventId)
                                .add("email", Mailbox.fresh().address())
                                .build())
                .expect(201)
                .json();
    }

    private static String addressFor(JsonObject registered) {
        return registered.getJsonObject("session").getJsonObject("playback").getString("url");
    }

    private String leading(String address) {
        return "/stream/" + eventId + "?at=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private Called fetch(String address) {
        return everyone.get(path(address));
    }

    private String path(String address) {
        return address.substring(server.length());
    }

    private static String beside(String manifest, String file) {
        return manifest.substring(0, manifest.lastIndexOf('/') + 1) + file;
    }

    /** Another file by the right of this address. */
    private String tokened(String address, String plain) {
        return server + "/t/" + path(address).split("/", -1)[2] + plain.substring(server.length());
    }

    private static void assertRefused(Called called) {
        called.expect(403).problem();
        assertThat(called.errorCode()).isEqualTo("forbidden");
        assertThat(called.header("Cache-Control")).isEqualTo("no-store");
        // Pages have to be able to read why.
        assertThat(called.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
