package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Whole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where viewers point at a time: what is to be seen there, and the way back to what is live. */
@Beside
class TimeLineIT {
    private static final String NAMED = "#EXT-X-SESSION-DATA:DATA-ID=\"foyer.thumbnails\",VALUE=\"thumbnails.vtt\"\n";
    private static final String PICTURES =
            "WEBVTT\n\n0:00:00.000 --> 0:00:30.000\nposter.jpg#xywh=0,0,160,90\n\n0:00:30.000 --> 0:01:00.000\nposter.jpg#xywh=160,90,160,90\n";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void aRecordingThatHasSmallPicturesShowsThemWhereOnePoints() {
        var page = DEVICES.onDesk();
        page.route("**/recorded/demo/master.m3u8", TimeLineIT::withPictures);
        page.route(
                "**/thumbnails.vtt",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/vtt")
                        .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                        .setBody(PICTURES)));
        playing(page, anEvent());

        page.locator("media-time-range").hover();

        var picture = page.locator("media-preview-thumbnail");
        picture.waitFor();
        page.waitForFunction(
                "() => document.querySelector('media-time-range').getAttribute('mediapreviewimage')?.includes('poster.jpg')");
        assertThat(picture.boundingBox().width).isPositive();
        Watching.keep(page, "time-line-pictures-1440");
    }

    @Test
    void whoLeftWhatIsLiveComesBackByAButton() {
        Whole.sandbox().startLive("demo");
        var page = DEVICES.onDesk();
        playing(page, anEvent().live());
        var button = page.locator("media-live-button");
        page.waitForFunction("() => document.querySelector('media-live-button[mediatimeislive]')");
        assertThat(button.locator(".at-edge").textContent()).isEqualTo("Live");
        // As long as that takes where the stream was begun just now, and twice that on a slow machine.
        page.waitForFunction(
                "() => { const { seekable } = document.querySelector('video');"
                        + " return seekable.end(0) - seekable.start(0) > 20; }",
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000));

        page.evaluate(
                "() => { const video = document.querySelector('video'); video.currentTime = video.seekable.start(0) + 1; }");
        button.locator(".behind").waitFor();
        assertThat(button.locator(".behind").textContent()).isEqualTo("Back to live");
        Watching.keep(page, "behind-live-1440");
        button.click();

        page.waitForFunction("() => document.querySelector('media-live-button[mediatimeislive]')");
        Watching.on(page).untilItPlays();
    }

    /** The same list of what there is, with the name of the small pictures. */
    private static void withPictures(Route route) {
        var listed = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(listed)
                .setBody(listed.text().replaceFirst("#EXT-X-INDEPENDENT-SEGMENTS\n", "$0" + NAMED)));
    }

    private static void playing(Page page, EventFixture event) {
        page.navigate(Whole.onMicro().url() + "/watch/"
                + event.publishedBy(Whole.onMicro().as("organizer")));
        Watching.on(page).pressPlay().untilItPlays();
        page.locator("media-time-range").waitFor();
    }
}
