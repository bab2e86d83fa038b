package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.Ports;
import foyer.whole.Called;
import foyer.whole.Filmed;
import foyer.whole.Http;
import foyer.whole.OwnServers;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The run command, started on a machine without ffmpeg, stopped, and started again with it on the folder that keeps its data. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private static final String OPERATOR = "operator@foyer.example";
    private static final Pattern PASSWORD = Pattern.compile("First operator +" + OPERATOR + " +password (\\S+)");
    private static final Pattern RECORDED =
            Pattern.compile("none +\\w+ +Night at the observatory\n.*\n +on a partner's page +(\\S+)");
    private static final Pattern LIVE =
            Pattern.compile("none +live +Morning in the harbour, live\n.*\n +on a partner's page +(\\S+)");

    private final Map<String, Integer> ports = Map.of(
            "foyer.http.port", Ports.free(), "foyer.https.port", Ports.free(), "foyer.sandbox.port", Ports.free());

    private List<ProcessHandle> ofTheFirstRun = List.of();
    private RunCommand first;
    private RunCommand again;

    private Called answeredWithoutFfmpeg;

    @BeforeAll
    void runAndStopAndRunAgain(@TempDir Path data, @TempDir Path nothing) {
        first = started("run", data, Map.of("PATH", nothing.toString())).untilReady();
        theLiveDemoPlays();
        answeredWithoutFfmpeg = askedForAStream();
        ofTheFirstRun = first.processes();
        first.terminate();
        first.untilItEnds();
        again = started("run-again", data).untilReady();
    }

    @AfterAll
    void stop() {
        first.close();
        again.close();
    }

    @Test
    void sigtermEndsEveryProcess() {
        assertThat(ofTheFirstRun).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
    }

    /** It needs none to show the demo's live event, which is seen before all else here. */
    private void theLiveDemoPlays() {
        var page = DEVICES.onDesk();
        page.navigate(first.said(LIVE));
        Watching.in(page).pressPlay().untilItPlays();
        page.close();
    }

    private Called askedForAStream() {
        var organizer = Whole.signedIn(Http.to(url()), OPERATOR, first.said(PASSWORD));
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        return organizer.post("/api/events/" + event + "/stream");
    }

    @Test
    void whereFfmpegIsLackingAnOrganizerIsToldWhatToInstall() {
        assertThat(answeredWithoutFfmpeg.expect(409).errorCode()).isEqualTo("wrong_state");
        assertThat(answeredWithoutFfmpeg.text())
                .contains("ffmpeg is not installed on the server", "apt-get install ffmpeg", "foyer.media.ffmpeg");
    }

    @Test
    void thePartnersPageThatItPrintsPlays() {
        var page = DEVICES.onDesk();
        page.navigate(again.said(RECORDED));

        Watching.in(page).pressPlay().untilItPlays();

        Watching.keep(page, "run-recorded-1440");
    }

    @Test
    void theLiveStreamIsOnAgain() {
        var page = DEVICES.onDesk();
        page.navigate(again.said(LIVE));

        Watching.in(page).pressPlay().untilItPlays();
    }

    @Test
    void whatWasMadeIsThereAgainAndThePasswordThatItPrintsOpensIt() {
        assertThat(again.said(RECORDED)).isEqualTo(first.said(RECORDED));
        assertThat(again.said(PASSWORD)).isEqualTo(first.said(PASSWORD));

        var credentials = Json.createObjectBuilder().add("email", OPERATOR).add("password", again.said(PASSWORD));
        Http.to(url()).post("/api/auth/login", credentials.build()).expect(200);
    }

    @Test
    void aVideoThatIsSentPlays(@TempDir Path folder) {
        var organizer = Whole.signedIn(Http.to(url()), OPERATOR, again.said(PASSWORD));
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var file = Filmed.anMp4(folder, 12);
        var upload = Json.createObjectBuilder().add("fileName", "show.mp4").add("size", file.length);
        var begun = organizer
                .post("/api/events/" + event + "/video", upload.build())
                .expect(201);
        var recording = URI.create(begun.header("Location")).getPath();
        var part = begun.json().getJsonArray("parts").getJsonObject(0).getString("url");

        Http.to(url())
                .call("PUT", URI.create(part).getPath(), BodyPublishers.ofByteArray(file))
                .expect(200);
        organizer.post(recording + "/complete").expect(200);
        var made = Await.until(
                Duration.ofMinutes(3),
                () -> organizer
                        .get(recording)
                        .expect(200)
                        .json()
                        .getString("state")
                        .equals("COMPLETE"));
        assertThat(made).as(() -> organizer.get(recording).text()).isTrue();

        var page = DEVICES.onDesk();
        page.navigate(url() + "/watch/" + event);
        Watching.on(page).pressPlay().untilItPlays();
        // Once, and resting there.
        page.locator("media-time-range").hover();
        page.locator("media-controller[mediapreviewimage*='sprite-001.jpg']").waitFor();
        Watching.keep(page, "run-sent-1440");
    }

    @Test
    void anOccupiedPortIsNamedAndRefused(@TempDir Path elsewhere) {
        try (var second = started("run-refused", elsewhere).untilItEnds()) {
            assertThat(second.ended()).isTrue();
            assertThat(second.said())
                    .contains("Foyer does not start. Port " + ports.get("foyer.http.port") + " is occupied")
                    .contains("-Dfoyer.http.port=");
        }
    }

    private String url() {
        return "http://localhost:" + ports.get("foyer.http.port");
    }

    private RunCommand started(String log, Path data) {
        return started(log, data, Map.of());
    }

    private RunCommand started(String log, Path data, Map<String, String> environment) {
        var settings = new HashMap<String, Object>(ports);
        settings.put("foyer.data.dir", data);
        return RunCommand.launch(log, settings, environment);
    }
}
