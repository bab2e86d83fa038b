package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.http.SesAddress.Call;
import foyer.launch.Await;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.whole.Build;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Screen;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The same calls where pictures and letters go by AWS: whether its libraries are there where the server runs shows nowhere else. */
@OwnServers
@TestInstance(Lifecycle.PER_CLASS)
class OnAwsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Calls for a letter before the outbox waits with it: one, and two more for one that was surely not taken. */
    private static final int AT_ONCE = 3;

    private final AwsAddress aws = new AwsAddress();
    private @Nullable MicroServer server;

    @BeforeAll
    void start() throws Exception {
        var settings = Whole.manyCallers(Whole.settings("aws-"))
                .with("foyer.media.platform", "aws")
                .with("foyer.media.address", MediaServer.ADDRESS)
                .with("foyer.media.aws.bucket", AwsAddress.BUCKET)
                .with("foyer.media.aws.role", "arn:aws:iam::111122223333:role/foyer-media")
                .with(
                        "foyer.media.aws.key-value-store",
                        "arn:aws:cloudfront::111122223333:key-value-store/0b1c8f43-0000-4000-8000-00000000f0e5")
                .with("foyer.media.aws.channel-group", "foyer")
                .with("foyer.media.aws.live-role", "arn:aws:iam::111122223333:role/foyer-live")
                .with("foyer.media.aws.distribution", "arn:aws:cloudfront::111122223333:distribution/E2QWRUHEXAMPLE")
                .with("foyer.live.price.currency", "USD")
                .with("foyer.live.price.input-hour", "0.5")
                .with("foyer.live.price.rung-hours", "1080p 2, 720p 1.2, 540p 0.9, 360p 0.6, 240p 0.4")
                .with("foyer.live.price.sound-hour", "0.1")
                .with("foyer.live.price.idle-hour", "0.1")
                .with("foyer.live.price.packaged-gigabyte", "0.05")
                .with("foyer.live.price.delivered-gigabyte", "0.08")
                .with("foyer.live.cap", "50")
                .with("foyer.media.aws.region", "eu-central-1")
                .with("foyer.media.aws.endpoint", aws.url())
                .with("foyer.mail.provider", "ses")
                .with("foyer.mail.ses.endpoint", aws.url())
                .with("foyer.mail.ses.region", "eu-central-1")
                .with("foyer.mail.ses.configuration-set", "letters")
                .withSecret("FOYER_MEDIA_TOKEN_KEYS", "first:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        server = MicroServer.start(Build.microJar(), Ports.free(), Ports.free(), settings, Build.logs());
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void partsGoStraightToS3AndTheFileToMediaConvert() throws Exception {
        var organizer = organizer();
        var path = "/api/events/" + anEvent().createdBy(organizer) + "/video";
        var upload = Json.createObjectBuilder().add("fileName", "show.mp4").add("size", 1_000);
        var begun = organizer.post(path, upload.build()).expect(201).json();
        var address = part(begun).getString("url");
        assertThat(address).startsWith(aws.url() + "/" + AwsAddress.BUCKET).contains("X-Amz-Signature");

        assertThat(put(address)).isEqualTo(200);

        var recording = path + "/" + begun.getString("recordingId");
        assertThat(part(organizer.get(recording).expect(200).json()).getBoolean("received"))
                .isTrue();
        organizer.post(recording + "/complete").expect(200);
        assertThat(Await.until(
                        PATIENCE,
                        () -> List.of("ERROR", "COMPLETE")
                                .contains(organizer
                                        .get(recording)
                                        .expect(200)
                                        .json()
                                        .getString("state"))))
                .isTrue();
        var ended = organizer.get(recording).expect(200).json();
        assertThat(ended.getJsonObject("problem").getString("message")).contains("no video");
        organizer.delete(recording).expect(204);
    }

    @Test
    void whatIsLiveGoesByMediaLiveAndMediaPackageAndIsMeasuredByCloudWatch() {
        var organizer = organizer();
        var path = "/api/events/" + anEvent().createdBy(organizer) + "/stream";

        var stream = organizer.post(path).expect(201).json();

        assertThat(stream.getJsonObject("ingest").getString("url")).isEqualTo(LiveAddress.SERVER);
        assertThat(Await.until(
                        PATIENCE,
                        () -> organizer
                                .get(path)
                                .expect(200)
                                .json()
                                .getJsonObject("health")
                                .getBoolean("connected")))
                .isTrue();
        assertThat(Await.until(
                        PATIENCE,
                        () -> organizer
                                        .get(path)
                                        .expect(200)
                                        .json()
                                        .getJsonObject("cost")
                                        .getInt("amount")
                                > 0))
                .isTrue();
    }

    // 165 minutes at 5.70 an hour, and 100 viewers of the largest size for two hours.
    @Test
    void whatIsLiveIsForecastByThePricesThatAreSet() {
        var organizer = organizer();
        var begins = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        var event = anEvent().lasting(begins, begins.plus(Duration.ofHours(2))).createdBy(organizer);

        var answered = organizer
                .get("/api/events/" + event + "/stream/forecast?viewers=100")
                .expect(200)
                .json();
        assertThat(answered.getJsonObject("cap").getInt("amount")).isEqualTo(5_000);
        assertThat(answered.getJsonObject("cap").getString("level")).isEqualTo("reached");
        assertThat(answered.getJsonObject("cap").getString("onCap")).isEqualTo("warn");
        var forecast = answered.getJsonObject("cost");

        assertThat(forecast.getString("basis")).isEqualTo("prices");
        assertThat(forecast.getString("currency")).isEqualTo("USD");
        var parts = forecast.getJsonArray("parts").getValuesAs(JsonObject.class);
        assertThat(parts)
                .contains(part("running", 9_900, "seconds", 1_568), part("delivered", 461_520, "megabytes", 3_693));
        assertThat(parts.stream().mapToInt(part -> part.getInt("amount")).sum()).isEqualTo(forecast.getInt("amount"));
    }

    @Test
    void aLetterAboveTheRateIsSentAgainBySesAndItsCodeOpens() {
        var event = anEvent().with("authType", "email").publishedBy(organizer());
        var mailbox = Mailbox.fresh();
        var ada = mailbox.address();
        aws.letters().refuse(AT_ONCE);

        Door.register(everyone(), event, mailbox);

        assertThat(Await.until(PATIENCE, () -> calls(ada).stream().anyMatch(Call::taken)))
                .isTrue();
        assertThat(calls(ada)).hasSizeGreaterThan(AT_ONCE);
        assertThat(calls(ada).stream().map(Call::letter).distinct()).hasSize(1);
        assertThat(calls(ada)).filteredOn(Call::taken).singleElement().satisfies(call -> {
            assertThat(call.authorization())
                    .startsWith("AWS4-HMAC-SHA256 Credential=local/")
                    .contains("/eu-central-1/ses/");
            assertThat(call.letter().getString("ConfigurationSetName")).isEqualTo("letters");
            var code = call.text().replaceFirst("(?s).*?\\b(\\d{6})\\b.*", "$1");
            var screen = Screen.of(Door.login(everyone(), event, Map.of("email", ada, "code", code)));
            assertThat(screen.goesOn(everyone())).isTrue();
        });
    }

    private List<Call> calls(String address) {
        return aws.letters().callsFor(address);
    }

    private static JsonObject part(String kind, int quantity, String unit, int amount) {
        return Json.createObjectBuilder()
                .add("kind", kind)
                .add("quantity", quantity)
                .add("unit", unit)
                .add("amount", amount)
                .build();
    }

    private Http organizer() {
        return Whole.signedIn(everyone(), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    private Http everyone() {
        return Http.to(Objects.requireNonNull(server).url());
    }

    private static JsonObject part(JsonObject recording) {
        return recording.getJsonArray("parts").getJsonObject(0);
    }

    private static int put(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .PUT(BodyPublishers.ofByteArray(new byte[1_000]))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
