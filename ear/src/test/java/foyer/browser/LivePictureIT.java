package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.launch.Await;
import foyer.whole.Encoder;
import foyer.whole.Http;
import foyer.whole.OwnMedia;
import foyer.whole.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** What a real encoder sends, from the first picture until its recording plays. */
@Isolated("it encodes pictures, and waits for them by the second")
class LivePictureIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(20);
    // The bars are 12 and 10 seconds, which mvn -Pbench measures on a machine that does nothing else.
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(25);
    private static final String SHOWN = "document.querySelector('video')";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void whatIsSentPlaysGoesOnAfterABreakAndIsARecordingWithCaptionsAfterwards() {
        var event = anEvent().without("videoConfig").publishedBy(organizer);
        var channel = new OwnChannel(organizer, event);
        var ingest = channel.prepared();
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/" + event);
        page.evaluate("() => { window.neverLeft = true; }");
        var watching = Watching.on(page).pressPlay();

        var started = System.nanoTime();
        var first = Encoder.sendingTo(ingest);
        watching.untilItPlays();
        assertThat(since(started)).as("until it is seen").isLessThan(SEEN_WITHIN);
        // The timer that looks at the channel tells of it.
        assertThat(Await.until(
                        PATIENCE, () -> channel.seen().getJsonObject("health").getBoolean("connected")))
                .isTrue();
        assertThat(((Number) page.evaluate("() => " + SHOWN + ".duration")).doubleValue())
                .as("live")
                .isInfinite();
        Watching.keep(page, "live-by-rtmp-1440");
        hasASmallPicture(channel);
        changesItsQuality(page);
        goesBackAndForth(page);
        hasTheSpeedOfLife(page);

        first.kill();
        watching.untilItReads("The stream has paused. It will go on by itself.", "Trying again…");
        Watching.keep(page, "live-interrupted-1440");
        var startedAgain = System.nanoTime();
        try (var second = Encoder.sendingTo(ingest)) {
            assertThat(second).isNotNull();
            watching.untilItPlays();
            assertThat(since(startedAgain)).as("until it is back").isLessThan(BACK_WITHIN);
            assertThat(page.evaluate("() => window.neverLeft"))
                    .as("without a reload")
                    .isEqualTo(true);
            OthersReading.ofWhatIsLive(DEVICES.onDesk(), event);
            takesItsTime(page, event);
            organizer.post(channel.path() + "/stop").expect(202);
        }
        assertThat(Await.until(SOON, () -> isInPreparation(event)))
                .as("in preparation")
                .isTrue();
        watching.untilItSays("finished");
        saysThatItIsPrepared(watching, page);

        var recording = recorded(channel);
        assertThat(Await.until(SOON, () -> !isInPreparation(event)))
                .as("prepared")
                .isTrue();
        OthersReading.ofItsRecording(DEVICES.onDesk(), event);
        beginsLater(event, recording);
        captioned(event, recording);
        page.reload();
        Watching.on(page).pressPlay().untilItPlays();
        assertThat(((Number) page.evaluate("() => " + SHOWN + ".duration")).doubleValue())
                .as("seconds of the recording")
                .isBetween(3.0, 300.0);
        readsEachSecond(watching, page);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** As everybody is told. */
    private static boolean isInPreparation(String event) {
        return Whole.onMicro()
                .http()
                .get("/api/events/" + event)
                .expect(200)
                .json()
                .getBoolean("recordingInPreparation", false);
    }

    /** For organizers. */
    private void hasASmallPicture(OwnChannel channel) {
        assertThat(channel.seen().getString("thumbnailUrl")).endsWith(channel.path() + "/thumbnail");
        var picture = organizer.get(channel.path() + "/thumbnail").expect(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
        assertThat(picture.bytes()).startsWith((byte) 0xFF, (byte) 0xD8, (byte) 0xFF);
    }

    private static void changesItsQuality(Page page) {
        Watching.on(page).choose("rendition", "240p");
        page.waitForFunction("() => " + SHOWN + ".videoHeight === 240");
        Watching.on(page).choose("rendition", "360p");
        page.waitForFunction("() => " + SHOWN + ".videoHeight === 360");
        Watching.on(page).untilItPlays();
    }

    private static void goesBackAndForth(Page page) {
        page.evaluate("() => { const v = " + SHOWN + "; v.currentTime = v.seekable.start(0); }");
        page.waitForFunction("() => { const v = " + SHOWN + "; const since = v.currentTime - v.seekable.start(0);"
                + " return since > 1 && since < 5 && !v.seeking && v.readyState > 2; }");
        page.evaluate("() => { const v = " + SHOWN + "; v.currentTime = v.seekable.end(0) - 4; }");
        Watching.on(page).untilItPlays();
    }

    /** Neither a button nor a key changes it, and the list of keys has none for it. */
    private static void hasTheSpeedOfLife(Page page) {
        assertThat(page.locator("media-playback-rate-menu-button").isVisible()).isFalse();
        page.locator("media-mute-button").press(">");
        page.locator("media-mute-button").press("<");
        page.locator("media-mute-button").press("<");
        page.locator("media-mute-button").press("Shift+?");
        page.locator(".keys-list dl").waitFor();
        assertThat(page.locator(".keys-list dd").allInnerTexts()).hasSize(10).doesNotContain("Faster", "Slower");
        assertThat(page.evaluate("() => " + SHOWN + ".playbackRate")).isEqualTo(1);
        page.locator(".keys-list [type=submit]").click();
    }

    /** The page is told so for longer than it is true here, where a recording is made before the page learns that it is over. */
    private static void takesItsTime(Page page, String event) {
        var address = Whole.onMicro().url() + "/api/events/" + event;
        var preparing = page.request().get(address).text().replaceFirst("\\{", "{\"recordingInPreparation\":true,");
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(preparing)));
    }

    private static void saysThatItIsPrepared(Watching watching, Page page) {
        watching.untilItReads("The recording is being prepared and appears here.");
        var usual = page.viewportSize();
        for (var width : new int[] {1280, 390}) {
            page.setViewportSize(width, 800);
            Watching.keep(page, "live-recording-prepared-" + width);
        }
        page.setViewportSize(usual.width, usual.height);
        page.unrouteAll();
    }

    /**
     * As if its channel had begun later: its first segment is left out, so that the picture's own clock is ahead of the recording's; behind
     * the break it begins anew.
     */
    private static void beginsLater(String event, String recording) {
        var folder = OwnMedia.folder().resolve(event).resolve(recording);
        for (var rendition : List.of("360p", "240p", "audio-1")) {
            var list = folder.resolve(rendition).resolve("index.m3u8");
            try {
                var text = Files.readString(list);
                assertThat(text).containsOnlyOnce("#EXT-X-DISCONTINUITY\n");
                Files.writeString(list, text.replaceFirst("#EXTINF:[0-9.]+,[^\n]*\n[^\n]+\n", ""));
            } catch (IOException failing) {
                throw new UncheckedIOException(failing);
            }
        }
    }

    /** A cue for each second. */
    private void captioned(String event, String recording) {
        var path = "/api/events/" + event + "/video/" + recording;
        var length = organizer
                .get(path)
                .expect(200)
                .json()
                .getJsonNumber("durationMillis")
                .longValue();
        var seconds = (int) length / 1000 - 2;
        var cues = IntStream.range(0, seconds)
                .mapToObj(at -> "%s --> %s\nsecond %d\n".formatted(time(at), time(at + 1), at))
                .collect(Collectors.joining("\n"));
        organizer
                .with("Content-Type", "text/vtt")
                .call("PUT", path + "/captions/en", "WEBVTT\n\n" + cues)
                .expect(200);
    }

    private static String time(int second) {
        return "%02d:%02d.000".formatted(second / 60, second % 60);
    }

    private static void readsEachSecond(Watching watching, Page page) {
        watching.choose("captions", "English");
        var shown = "const v = " + SHOWN + "; const t = [...v.textTracks].find(one => one.mode === 'showing');"
                + " const read = t?.activeCues?.[0]?.text;";
        var readsNow = "() => { " + shown + " return read === 'second ' + Math.floor(v.currentTime); }";
        page.waitForFunction(readsNow);
        page.evaluate("() => { const v = " + SHOWN + "; v.currentTime = v.duration - 4; }");
        page.waitForFunction(readsNow);
        // At the break one is two, of which one begins and the other ends at a whole second.
        var strays = page.evaluate(
                "() => { " + shown + " const off = (at) => Math.abs(at - Math.round(at)) > 0.1;"
                        + " const strays = ({ text, startTime, endTime }) => { const second = Number(text.replace('second ', ''));"
                        + " return !(startTime > second - 0.1 && endTime < second + 1.1) || (off(startTime) && off(endTime)); };"
                        + " return [...t.cues].filter(strays).map(cue => cue.startTime + ' ' + cue.endTime + ' ' + cue.text); }");
        assertThat((List<?>) strays).as("cues at another second than theirs").isEmpty();
    }

    private String recorded(OwnChannel channel) {
        assertThat(Await.until(PATIENCE, () -> channel.seen().containsKey("recordingId")))
                .as(() -> channel.seen().getString("state"))
                .isTrue();
        var manifest = organizer
                .get("/api/events/" + channel.event())
                .expect(200)
                .json()
                .getJsonObject("videoConfig")
                .getString("manifestUrl");
        assertThat(manifest).contains(channel.seen().getString("recordingId"));
        return channel.seen().getString("recordingId");
    }
}
