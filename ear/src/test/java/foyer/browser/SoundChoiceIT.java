package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A viewer who would rather hear another sound, such as one that tells what is to be seen. */
@Beside
class SoundChoiceIT {
    private static final String MENU = "audio-track";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whoeverChoosesAnotherSoundHearsIt() {
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            var asked = new ConcurrentLinkedQueue<String>();
            page.onRequest(request -> asked.add(request.url()));
            var watching = playing(page, "master.m3u8");
            assertThat(asked).noneMatch(url -> url.contains("/audio-described/"));

            watching.choose(MENU, "Chords and clock");

            page.waitForCondition(
                    () -> asked.stream().anyMatch(url -> url.matches(".*/audio-described/segment-\\d+\\.m4s")));
            watching.untilItPlays();
            assertThat(watching.choices(MENU)).containsExactly("Chords", "Chords and clock");
            assertThat(page.locator("media-audio-track-menu [aria-checked=true]")
                            .textContent()
                            .strip())
                    .isEqualTo("Chords and clock");
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            var last = page.locator("media-fullscreen-button").boundingBox();
            assertThat(last.x + last.width).as("within the picture").isLessThanOrEqualTo(page.viewportSize().width);
            page.locator("media-audio-track-menu-button").press("Enter");
            Watching.keep(page, "sounds-" + page.viewportSize().width);
            page.close();
        }
    }

    @Test
    void whereThereIsOneSoundNothingIsOffered() {
        var page = DEVICES.onDesk();
        playing(page, "one-sound.m3u8");

        page.locator("media-fullscreen-button").waitFor();
        assertThat(page.locator("media-audio-track-menu-button").isVisible()).isFalse();
    }

    @Test
    void whatAFileNamesByACodeAloneIsCalledByItsLanguageInTheViewersWords() {
        var page = DEVICES.onPhoneIn("de-DE");
        page.route("**/recorded/demo/master.m3u8*", SoundChoiceIT::byCodes);
        var watching = playing(page, "master.m3u8");

        page.waitForCondition(() -> watching.choices(MENU).equals(List.of("Englisch", "Chords and clock")));
        page.waitForCondition(() -> watching.choices("captions").containsAll(List.of("Französisch", "Deutsch")));
    }

    private static void byCodes(Route route) {
        var answer = route.fetch();
        var named = answer.text()
                .replace("NAME=\"Chords\"", "NAME=\"eng\",LANGUAGE=\"eng\"")
                .replace("NAME=\"English\",LANGUAGE=\"en\"", "NAME=\"fre\",LANGUAGE=\"fre\"");
        assertThat(named).contains("\"eng\"", "\"fre\"");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(named));
    }

    private static Watching playing(Page page, String manifest) {
        var event = anEvent().showing(Whole.sandbox().origin() + "/recorded/demo/" + manifest);
        page.navigate(Whole.onMicro().url() + "/watch/"
                + event.publishedBy(Whole.onMicro().as("organizer")));
        return Watching.on(page).pressPlay().untilItPlays();
    }
}
