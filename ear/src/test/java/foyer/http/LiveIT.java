package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Organizers prepare, start and stop an event's live channel. */
@Beside
class LiveIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NOBODYS = "/api/events/AAAAAAAAAAAAAAAAAAAAAA/stream";

    private final Http organizer = MediaServer.organizer();

    @Test
    void aPreparedStreamSaysWhereItsEncoderSendsToAndIsWhatTheEventPlays() {
        var event = tomorrow();

        var prepared = organizer.post(path(event)).expect(201);
        var stream = prepared.json();

        assertThat(prepared.header("Location")).endsWith(path(event));
        assertThat(prepared.header("Cache-Control")).contains("no-store");
        assertThat(stream.getString("eventId")).isEqualTo(event);
        assertThat(stream.getString("wanted")).isEqualTo("IDLE");
        var ingest = stream.getJsonObject("ingest");
        assertThat(ingest.getString("protocol")).isEqualTo("RTMP");
        assertThat(ingest.getString("url")).startsWith("rtmp://");
        assertThat(ingest.getString("streamKey")).matches("[A-Za-z0-9_-]{22,}");
        var manifest = stream.getJsonObject("playback").getString("manifestUrl");
        assertThat(manifest)
                .startsWith(MediaServer.ADDRESS + "/" + event + "/live/")
                .endsWith("/master.m3u8");
        assertThat(organizer
                        .get("/api/events/" + event)
                        .expect(200)
                        .json()
                        .getJsonObject("videoConfig")
                        .getString("manifestUrl"))
                .isEqualTo(manifest);
        comesTo(event, "IDLE");
    }

    @Test
    void anEventHasOneChannelHoweverOftenItIsPrepared() {
        var event = tomorrow();
        var keyed = organizer.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(path(event)).expect(201).json();

        assertThat(keyed.post(path(event)).expect(201).json()).isEqualTo(first);
        assertThat(organizer.post(path(event)).expect(200).json().get("ingest")).isEqualTo(first.get("ingest"));
        var another = organizer.post(path(tomorrow())).expect(201).json();
        assertThat(another.get("ingest")).isNotEqualTo(first.get("ingest"));
    }

    @Test
    void onOneMachineNobodyCallsAnEncoderAndAllFindingsComeAtOnce() {
        var event = tomorrow();
        var listener = Json.createObjectBuilder().add("address", "10.0.0.1").add("port", 9000);
        var body = fedBy(Json.createObjectBuilder()
                .add("protocol", "SRT")
                .add("latency", 500)
                .add("listeners", Json.createArrayBuilder().add(listener)));

        for (var call : List.of(path(event), path(event) + "/preflight")) {
            var refused = organizer.post(call, body).expect(400);

            assertThat(refused.errorCode()).isEqualTo("validation_failed");
            assertThat(refused.json().toString())
                    .contains("ingest.protocol", "not_supported", "ingest.listeners[0].address", "private_address");
        }
        organizer.get(path(event)).expect(404);
    }

    @Test
    void onOneMachineNobodyReadsCaptionsOutOfThePicture() {
        var event = tomorrow();
        var english = Json.createObjectBuilder().add("channel", 1).add("language", "en");
        var body = fedBy(Json.createObjectBuilder()
                .add("protocol", "RTMP")
                .add("captions", Json.createArrayBuilder().add(english)));

        var refused = organizer.post(path(event), body).expect(400);

        assertThat(refused.json().toString()).contains("ingest.captions", "not_supported");
        organizer.get(path(event)).expect(404);
    }

    @Test
    void whereNothingComesInThereIsNoSmallPicture() {
        var event = tomorrow();
        organizer.get(path(event) + "/thumbnail").expect(404);
        organizer.post(path(event)).expect(201);

        assertThat(organizer.get(path(event) + "/thumbnail").expect(404).errorCode())
                .isEqualTo("not_found");
        assertThat(seen(event)).doesNotContainKey("thumbnailUrl");
    }

    @Test
    void whatIsFedByRtmpMayBePreparedBySayingSo() {
        var event = tomorrow();
        var body = fedBy(Json.createObjectBuilder().add("protocol", "RTMP"));
        assertThat(organizer
                        .post(path(event) + "/preflight", body)
                        .expect(200)
                        .json()
                        .getBoolean("checked"))
                .isFalse();

        var first = organizer.post(path(event), body).expect(201).json();

        assertThat(organizer.post(path(event)).expect(200).json().get("ingest")).isEqualTo(first.get("ingest"));
        assertThat(organizer
                        .post(path(event), JsonObject.EMPTY_JSON_OBJECT)
                        .expect(200)
                        .json()
                        .get("ingest"))
                .isEqualTo(first.get("ingest"));
        var misspelt = Json.createObjectBuilder().add("inges", 1).build();
        assertThat(organizer.post(path(event), misspelt).expect(400).errorCode())
                .isEqualTo("validation_failed");
    }

    @Test
    void aBodyIsWhatIsSentAndNotWhatIsAnnounced() {
        var event = tomorrow();
        var nothingInChunks = BodyPublishers.ofInputStream(InputStream::nullInputStream);

        organizer.call("POST", path(event), nothingInChunks).expect(201);

        for (var call : List.of(path(event), path(event) + "/preflight")) {
            var inChunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[] {'{', '}'}));
            var refused = organizer
                    .with("Content-Type", "text/plain")
                    .call("POST", call, inChunks)
                    .expect(415);
            assertThat(refused.errorCode()).isEqualTo("unsupported_media_type");
        }
    }

    @Test
    void aKeyIsGoodForOneWayOfBeingFed() {
        var event = tomorrow();
        var keyed = organizer.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post(path(event)).expect(201);

        var otherwise = keyed.post(path(event), fedBy(Json.createObjectBuilder().add("protocol", "RTMP")));

        assertThat(otherwise.expect(422).errorCode()).isEqualTo("idempotency_key_reused");
    }

    private static JsonObject fedBy(JsonObjectBuilder ingest) {
        return Json.createObjectBuilder().add("ingest", ingest).build();
    }

    @Test
    void whatItWillCostIsToldBeforeTheEventIsPublished() {
        var event = anEvent().without("videoConfig").createdBy(organizer);

        var forecast =
                organizer.get(path(event) + "/forecast?viewers=500").expect(200).json();

        assertThat(forecast.getString("eventId")).isEqualTo(event);
        assertThat(forecast.getInt("viewers")).isEqualTo(500);
        var cost = forecast.getJsonObject("cost");
        assertThat(cost.getString("basis")).isEqualTo("oneMachine");
        assertThat(cost.getString("message")).contains("own machine");
        assertThat(cost.getInt("amount")).isZero();
        assertThat(cost).doesNotContainKey("currency");
        assertThat(cost.getJsonArray("parts")).isEmpty();
        organizer.get(path(event)).expect(404);
    }

    @Test
    void howManyAreExpectedIsANumber() {
        var event = tomorrow();

        for (var viewers : List.of("-1", "many", "10000001", "")) {
            var refused =
                    organizer.get(path(event) + "/forecast?viewers=" + viewers).expect(400);
            assertThat(refused.errorCode()).isEqualTo("validation_failed");
            assertThat(refused.json().toString()).contains("viewers");
        }
        assertThat(organizer.get(path(event) + "/forecast").expect(200).json()).doesNotContainKey("viewers");
    }

    @Test
    void itRunsWhenItIsStartedAndStopsWhenItIsStopped() {
        var event = tomorrow();
        organizer.post(path(event)).expect(201);

        assertThat(organizer.post(path(event) + "/start").expect(202).json().getString("wanted"))
                .isEqualTo("RUNNING");
        var running = comesTo(event, "RUNNING");
        assertThat(running.getJsonObject("health").getBoolean("connected")).isFalse();
        assertThat(Await.until(
                        PATIENCE, () -> seen(event).getJsonObject("usage").getInt("runningSeconds") > 0))
                .isTrue();
        assertThat(running.getJsonObject("cost").getString("basis")).isEqualTo("oneMachine");
        assertThat(running.getJsonObject("cost").getInt("amount")).isZero();
        assertThat(running.getJsonObject("spending").getInt("rungsLeftOut")).isZero();
        organizer.post(path(event) + "/start").expect(202);

        assertThat(organizer.post(path(event) + "/stop").expect(202).json().getString("wanted"))
                .isEqualTo("IDLE");
        comesTo(event, "IDLE");
        organizer.post(path(event) + "/stop").expect(202);
    }

    @Test
    void itIsStartedByItselfForAnEventThatHasBegun() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);

        organizer.post(path(event)).expect(201);

        assertThat(comesTo(event, "RUNNING").getString("wanted")).isEqualTo("RUNNING");
    }

    @Test
    void ofAnEventThatIsCancelledNothingIsLeft() {
        var event = tomorrow();
        organizer.post(path(event)).expect(201);
        organizer.post(path(event) + "/start").expect(202);
        comesTo(event, "RUNNING");

        organizer.post("/api/events/" + event + "/cancel").expect(200);
        var gone = comesTo(event, "DELETED");

        assertThat(gone).doesNotContainKeys("ingest", "playback", "recordingId");
        assertThat(organizer.post(path(event)).expect(409).errorCode()).isEqualTo("wrong_state");
        assertThat(organizer.post(path(event) + "/start").expect(409).errorCode())
                .isEqualTo("wrong_state");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var event = tomorrow();

        for (var refused : List.of(
                organizer.get(path(event)),
                organizer.post(path(event) + "/start"),
                organizer.post(path(event) + "/stop"),
                organizer.post(NOBODYS),
                organizer.get(NOBODYS),
                organizer.get(NOBODYS + "/forecast"),
                organizer.post(NOBODYS + "/start"))) {
            assertThat(refused.expect(404).errorCode()).isEqualTo("not_found");
        }
    }

    @Test
    void anEventThatChangesNoMoreGetsNoChannel() {
        var archived = tomorrow();
        organizer.post("/api/events/" + archived + "/cancel").expect(200);
        organizer.delete("/api/events/" + archived).expect(204);
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var over = anEvent()
                .without("videoConfig")
                .lasting(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)))
                .createdBy(organizer);

        for (var event : List.of(archived, over)) {
            var refused = organizer.post(path(event)).expect(409);
            assertThat(refused.errorCode()).isEqualTo("wrong_state");
            organizer.get(path(event)).expect(404);
        }
    }

    @Test
    void anEventThatPlaysARecordingAsIfItWereLiveGetsNoChannel() {
        var simulive = anEvent()
                .with(
                        "videoConfig",
                        Json.createObjectBuilder().add("simulive", true).build())
                .createdBy(organizer);

        assertThat(organizer.post(path(simulive)).expect(409).errorCode()).isEqualTo("wrong_state");
    }

    @Test
    void onlyOrganizersSeeAndMoveIt() {
        var event = tomorrow();
        organizer.post(path(event)).expect(201);
        var analyst = MediaServer.analyst();
        var stranger = Http.to(MediaServer.url());

        for (var call : List.of("", "/start", "/stop")) {
            analyst.post(path(event) + call).expect(403);
            stranger.post(path(event) + call).expect(401);
        }
        for (var look : List.of("", "/forecast", "/thumbnail")) {
            analyst.get(path(event) + look).expect(403);
            stranger.get(path(event) + look).expect(401);
        }
    }

    private JsonObject comesTo(String event, String state) {
        assertThat(Await.until(PATIENCE, () -> seen(event).getString("state").equals(state)))
                .as(() -> seen(event).toString().replaceAll("\"streamKey\":\"[^\"]*\"", "\"streamKey\":\"hidden\""))
                .isTrue();
        return seen(event);
    }

    private JsonObject seen(String event) {
        return organizer.get(path(event)).expect(200).json();
    }

    /** Published, without a picture. */
    private String tomorrow() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return anEvent()
                .without("videoConfig")
                .lasting(now.plus(Duration.ofDays(1)), now.plus(Duration.ofHours(26)))
                .publishedBy(organizer);
    }

    private static String path(String event) {
        return "/api/events/" + event + "/stream";
    }
}
