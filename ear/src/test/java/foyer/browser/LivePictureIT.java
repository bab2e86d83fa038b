package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.launch.Await;
import foyer.whole.Encoder;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real encoder sends, from the first picture until its recording plays. */
class LivePictureIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SHOWN = "document.querySelector('video')";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void whatIsSentPlaysGoesOnAfterABreakAndIsARecordingAfterwards() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var ingest = prepared(event);
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/" + event);
        page.evaluate("() => { window.neverLeft = true; }");
        var watching = Watching.on(page).pressPlay();

        var first = Encoder.sendingTo(ingest);
        watching.untilItPlays();
        // The timer that looks at the channel tells of it.
        assertThat(Await.until(
                        PATIENCE, () -> seen(event).getJsonObject("health").getBoolean("connected")))
                .isTrue();
        assertThat(((Number) page.evaluate("() => " + SHOWN + ".duration")).doubleValue())
                .as("live")
                .isInfinite();
        Watching.keep(page, "live-by-rtmp-1440");
        goesBackAndForth(page);

        first.kill();
        watching.untilItReads("The stream has paused. It will go on by itself.", "Trying again…");
        Watching.keep(page, "live-interrupted-1440");
        try (var second = Encoder.sendingTo(ingest)) {
            assertThat(second).isNotNull();
            watching.untilItPlays();
            assertThat(page.evaluate("() => window.neverLeft"))
                    .as("without a reload")
                    .isEqualTo(true);
            organizer.post(path(event) + "/stop").expect(202);
        }
        watching.untilItSays("finished");

        recorded(event);
        page.reload();
        Watching.on(page).pressPlay().untilItPlays();
        assertThat(((Number) page.evaluate("() => " + SHOWN + ".duration")).doubleValue())
                .as("seconds of the recording")
                .isBetween(3.0, 300.0);
    }

    private static void goesBackAndForth(Page page) {
        page.evaluate("() => { const v = " + SHOWN + "; v.currentTime = v.seekable.start(0); }");
        page.waitForFunction("() => { const v = " + SHOWN + "; const since = v.currentTime - v.seekable.start(0);"
                + " return since > 1 && since < 5 && !v.seeking && v.readyState > 2; }");
        page.evaluate("() => { const v = " + SHOWN + "; v.currentTime = v.seekable.end(0) - 4; }");
        Watching.on(page).untilItPlays();
    }

    /** Its event has begun, so it starts by itself. */
    private JsonObject prepared(String event) {
        var stream = organizer.post(path(event)).expect(201).json();
        assertThat(Await.until(PATIENCE, () -> seen(event).getString("state").equals("RUNNING")))
                .isTrue();
        return stream.getJsonObject("ingest");
    }

    private void recorded(String event) {
        assertThat(Await.until(PATIENCE, () -> seen(event).containsKey("recordingId")))
                .as(() -> seen(event).getString("state"))
                .isTrue();
        var manifest = organizer
                .get("/api/events/" + event)
                .expect(200)
                .json()
                .getJsonObject("videoConfig")
                .getString("manifestUrl");
        assertThat(manifest).contains(seen(event).getString("recordingId"));
    }

    private JsonObject seen(String event) {
        return organizer.get(path(event)).expect(200).json();
    }

    private static String path(String event) {
        return "/api/events/" + event + "/stream";
    }
}
