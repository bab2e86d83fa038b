package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Organizers send a video in parts, over a line that breaks, and their event plays it. */
@Beside
class RecordingsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Http organizer = MediaServer.organizer();

    @Test
    void aVideoSentOverABrokenLineIsWhatTheEventPlays() {
        var file = MediaServer.aVideoOfTwoParts();
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var begun = begin(event, "show.mp4", file.length);
        assertThat(begun.getString("state")).isEqualTo("UPLOADING");
        assertThat(begun.getJsonArray("parts")).hasSize(2);

        cutOff(part(begun, 2), slice(file, begun, 2));
        assertThat(received(event, begun)).containsExactly(false, false);
        send(part(begun, 2), slice(file, begun, 2)).expect(200);
        assertThat(received(event, begun)).containsExactly(false, true);

        var early = organizer.post(path(event, begun) + "/complete").expect(409);
        assertThat(early.errorCode()).isEqualTo("wrong_state");
        assertThat(early.json()
                        .getJsonObject("error")
                        .getJsonObject("details")
                        .getJsonArray("missing")
                        .getInt(0))
                .isEqualTo(1);

        send(part(begun, 1), slice(file, begun, 1)).expect(200);
        organizer.post(path(event, begun) + "/complete").expect(200);
        var complete = ended(event, begun);

        assertThat(complete.getString("state")).as(complete.toString()).isEqualTo("COMPLETE");
        var manifest = MediaServer.ADDRESS + "/" + event + "/" + begun.getString("recordingId") + "/master.m3u8";
        assertThat(complete.getString("manifestUrl")).isEqualTo(manifest);
        assertThat(videoOf(event).getString("manifestUrl")).isEqualTo(manifest);
        var poster = videoOf(event).getString("thumbnailUrl");
        assertThat(poster).startsWith(MediaServer.ADDRESS + "/posters/");
        // For everybody, as long as nobody has proven anything.
        var shown = Http.to(MediaServer.url())
                .get(poster.substring(MediaServer.ADDRESS.length()))
                .expect(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(MediaServer.folder()
                        .resolve(event)
                        .resolve(begun.getString("recordingId"))
                        .resolve("master.m3u8"))
                .exists();
        send(part(begun, 1), slice(file, begun, 1)).expect(404);
        // Pages around ask how long it is before anything of it is loaded.
        assertThat(Http.to(MediaServer.url()).get("/embed/" + event).expect(200).text())
                .containsPattern("duration&quot;:\\d");
    }

    @Test
    void whatIsDeletedIsGoneAndTheEventPlaysItNoMore() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var begun = uploaded(event, MediaServer.aVideo());
        assertThat(ended(event, begun).getString("state")).isEqualTo("COMPLETE");

        organizer.delete(path(event, begun)).expect(204);
        organizer.delete(path(event, begun)).expect(204);

        organizer.get(path(event, begun)).expect(404);
        assertThat(videoOf(event)).isEmpty();
        assertThat(Files.exists(MediaServer.folder().resolve(event).resolve(begun.getString("recordingId"))))
                .isFalse();
    }

    @Test
    void captionsAreSentAsWebVttAndNamedInTheManifest() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var begun = begin(event, "show.mp4", MediaServer.aVideo().length);
        // Before its file is there: how soon it plays after that depends on the machine.
        sendsCaptions(organizer, event, begun, "de", "WEBVTT\n").expect(409).problem();
        sends(event, begun, MediaServer.aVideo());
        assertThat(ended(event, begun).getString("state")).isEqualTo("COMPLETE");

        var file = "WEBVTT\n\n00:00.000 --> 00:02.000\n<b>Guten Abend</b> \u202E &amp; 🎬\n";
        var sent = sendsCaptions(organizer, event, begun, "de?label=F%C3%BCr%20alle", file)
                .expect(200);
        assertThat(sent.json().toString()).isEqualTo("{\"language\":\"de\",\"label\":\"Für alle\"}");
        sendsCaptions(organizer, event, begun, "de", file).expect(200);

        assertThat(organizer
                        .get(path(event, begun))
                        .expect(200)
                        .json()
                        .getJsonArray("captions")
                        .toString())
                .contains("{\"language\":\"de\",\"label\":\"Deutsch\"}")
                .doesNotContain("alle");
        assertThat(manifest(event, begun)).contains("LANGUAGE=\"de\"");

        organizer.delete(path(event, begun) + "/captions/de").expect(204);
        organizer.delete(path(event, begun) + "/captions/de").expect(204);
        assertThat(manifest(event, begun)).doesNotContain("LANGUAGE=\"de\"");
    }

    @Test
    void captionsThatAreWrongAreRefusedLineByLine() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var begun = uploaded(event, MediaServer.aVideo());
        assertThat(ended(event, begun).getString("state")).isEqualTo("COMPLETE");

        var wrong = sendsCaptions(organizer, event, begun, "en", "WEBVTT\n\nsoon --> later\nHello\n")
                .expect(400);
        assertThat(wrong.errorCode()).isEqualTo("validation_failed");
        assertThat(wrong.json().toString()).contains("Line 3: ");
        sendsCaptions(organizer, event, begun, "en", "WEBVTT\n" + " ".repeat(2_000_001))
                .expect(413)
                .problem();
        sendsCaptions(organizer, event, begun, "no-language-at-all", "WEBVTT\n")
                .expect(400)
                .problem();
        organizer
                .put(
                        path(event, begun) + "/captions/en",
                        Json.createObjectBuilder().build())
                .expect(415)
                .problem();
        sendsCaptions(MediaServer.analyst(), event, begun, "en", "WEBVTT\n")
                .expect(403)
                .problem();
        sendsCaptions(stranger(), event, begun, "en", "WEBVTT\n").expect(401).problem();
    }

    private static Called sendsCaptions(Http by, String event, JsonObject begun, String language, String file) {
        return by.with("Content-Type", "text/vtt").call("PUT", path(event, begun) + "/captions/" + language, file);
    }

    private static String manifest(String event, JsonObject begun) {
        try {
            return Files.readString(MediaServer.folder()
                    .resolve(event)
                    .resolve(begun.getString("recordingId"))
                    .resolve("master.m3u8"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatIsNoVideoSaysSo() {
        var event = anEvent().createdBy(organizer);
        var begun = uploaded(event, "A letter, and no video. ".repeat(1_000).getBytes(StandardCharsets.UTF_8));

        var failed = ended(event, begun);

        assertThat(failed.getString("state")).isEqualTo("ERROR");
        assertThat(failed.getJsonObject("problem").getString("message")).contains("no video");
        assertThat(organizer.post(path(event, begun) + "/complete").expect(409).errorCode())
                .isEqualTo("wrong_state");
    }

    @Test
    void aPartOfAnotherLengthIsRefusedAndNotKept() {
        var event = anEvent().createdBy(organizer);
        var begun = begin(event, "show.mov", 1_000);

        assertThat(send(part(begun, 1), new byte[999]).expect(400).errorCode()).isEqualTo("validation_failed");
        assertThat(send(part(begun, 1), new byte[1_001]).expect(400).errorCode())
                .isEqualTo("validation_failed");
        var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5_000]));
        stranger().call("PUT", part(begun, 1), unannounced).expect(400).problem();

        assertThat(received(event, begun)).containsExactly(false);
    }

    @Test
    void anAddressThatIsNotOursIsRefused() {
        var begun = begin(anEvent().createdBy(organizer), "show.webm", 1_000);
        var good = part(begun, 1);

        for (var forged : List.of(good + "x", good.replaceFirst("uploads/.", "uploads/_"), "/api/uploads/x")) {
            var refused = send(forged, new byte[1_000]).expect(403);
            assertThat(refused.errorCode()).as(forged).isEqualTo("forbidden");
        }
    }

    @Test
    void onlyOrganizersSendVideos() {
        var event = anEvent().createdBy(organizer);
        var begun = begin(event, "show.mkv", 1_000);
        var analyst = MediaServer.analyst();

        analyst.post("/api/events/" + event + "/video", upload("show.mkv", 1_000))
                .expect(403);
        analyst.get(path(event, begun)).expect(403);
        analyst.delete(path(event, begun)).expect(403);
        stranger().get("/api/events/" + event + "/video").expect(401);
        stranger().post(path(event, begun) + "/complete").expect(401);
    }

    @Test
    void whatCannotBeTakenIsSaidAtOnce() {
        var event = anEvent().createdBy(organizer);
        var path = "/api/events/" + event + "/video";

        organizer.post(path, upload("show.avi", 1_000)).expect(400).problem();
        organizer.post(path, upload("show.mp4", 0)).expect(400).problem();
        organizer
                .post("/api/events/AAAAAAAAAAAAAAAAAAAAAA/video", upload("show.mp4", 1_000))
                .expect(404);
        organizer.get(path + "/AAAAAAAAAAAAAAAAAAAAAA").expect(404);
        organizer.get(path + "/x").expect(404);
    }

    @Test
    void beginningTwiceUnderOneKeyIsOneUpload() {
        var event = anEvent().createdBy(organizer);
        var keyed = organizer.with("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/api/events/" + event + "/video";

        var first = keyed.post(path, upload("show.mp4", 1_000)).expect(201);
        var again = keyed.post(path, upload("show.mp4", 1_000)).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.header("Location")).endsWith(path + "/" + first.json().getString("recordingId"));
        assertThat(organizer.get(path).expect(200).json().getJsonArray("items")).hasSize(1);
    }

    private JsonObject uploaded(String event, byte[] file) {
        var begun = begin(event, "show.mp4", file.length);
        sends(event, begun, file);
        return begun;
    }

    private void sends(String event, JsonObject begun, byte[] file) {
        send(part(begun, 1), file).expect(200);
        organizer.post(path(event, begun) + "/complete").expect(200);
    }

    private JsonObject begin(String event, String fileName, long size) {
        return organizer
                .post("/api/events/" + event + "/video", upload(fileName, size))
                .expect(201)
                .json();
    }

    private JsonObject ended(String event, JsonObject begun) {
        var states = List.of("COMPLETE", "ERROR", "CANCELED");
        assertThat(Await.until(
                        PATIENCE,
                        () -> states.contains(organizer
                                .get(path(event, begun))
                                .expect(200)
                                .json()
                                .getString("state"))))
                .isTrue();
        return organizer.get(path(event, begun)).expect(200).json();
    }

    private List<Boolean> received(String event, JsonObject begun) {
        return organizer.get(path(event, begun)).expect(200).json().getJsonArray("parts").stream()
                .map(part -> part.asJsonObject().getBoolean("received"))
                .toList();
    }

    private JsonObject videoOf(String event) {
        return organizer.get("/api/events/" + event).expect(200).json().getJsonObject("videoConfig");
    }

    private Called send(String path, byte[] bytes) {
        // As curl sends it that is told nothing of types.
        return stranger()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .call("PUT", path, BodyPublishers.ofByteArray(bytes));
    }

    private static void cutOff(String path, byte[] bytes) {
        new RawSocket(MediaServer.url()).sendHalf("PUT", path, bytes);
    }

    private static Http stranger() {
        return Http.to(MediaServer.url());
    }

    private static String path(String event, JsonObject recording) {
        return "/api/events/" + event + "/video/" + recording.getString("recordingId");
    }

    /** Without the server, so that {@link Http} can call it. */
    private static String part(JsonObject recording, int number) {
        return recording
                .getJsonArray("parts")
                .getJsonObject(number - 1)
                .getString("url")
                .replace(MediaServer.url(), "");
    }

    private static byte[] slice(byte[] file, JsonObject recording, int part) {
        var size = recording.getJsonNumber("partSize").intValueExact();
        return Arrays.copyOfRange(file, (part - 1) * size, Math.min(file.length, part * size));
    }

    private static JsonObject upload(String fileName, long size) {
        return Json.createObjectBuilder()
                .add("fileName", fileName)
                .add("size", size)
                .build();
    }
}
