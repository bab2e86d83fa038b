package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Viewers whose line is slow, or is there and brings nothing. Nobody has to load the page again. */
@Beside
class PoorNetworkIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    /** What a 3G line brings where many share it: less than the largest picture takes, by its playlist. */
    private static final int BYTES_A_SECOND = 400_000 / 8;

    private static final int DELAY_MILLIS = 400;
    private static final int LARGEST_HEIGHT = 720;
    private static final int SILENT_SECONDS = 20;

    @Test
    void onA3gLineASmallerPicturePlays() {
        var page = open(anEvent());
        DEVICES.desk().newCDPSession(page).send("Network.emulateNetworkConditions", line());

        Watching.on(page).pressPlay().untilItPlays().untilItPlays();

        assertThat(((Number) page.evaluate("() => document.querySelector('video').videoHeight")).intValue())
                .isPositive()
                .isLessThan(LARGEST_HEIGHT);
        assertNeverLeft(page);
    }

    @Test
    void whereNothingComesForTwentySecondsItIsToldAndPlaysOnByItself() {
        var picture = OwnStream.live();
        var page = open(anEvent().showing(picture.address()));
        Watching.on(page).pressPlay().untilItPlays();

        picture.isSilentDuring(SILENT_SECONDS, () -> {
            var began = page.evaluate("() => performance.now()");
            Watching.on(page).untilItSays("retrying");
            Watching.on(page).untilItReads("Trying again…", "The stream has paused. It will go on by itself.");
            Watching.keep(page, "silent-1440");
            page.waitForFunction("began => performance.now() - began > " + SILENT_SECONDS + "_000", began);
        });

        Watching.on(page).untilItPlays();
        assertNeverLeft(page);
    }

    private static Page open(EventFixture event) {
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/"
                + event.publishedBy(Whole.onMicro().as("organizer")));
        page.evaluate("() => { window.neverLeft = true; }");
        return page;
    }

    private static void assertNeverLeft(Page page) {
        assertThat(page.evaluate("() => window.neverLeft")).isEqualTo(true);
    }

    private static JsonObject line() {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", DELAY_MILLIS);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        return line;
    }
}
