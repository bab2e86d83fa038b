package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code that a viewer is shown with an error, and what operators find by it. */
@Beside
class SupportCodeIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** A browser that plays no stream, in no way. */
    private static final String CANNOT_PLAY =
            "delete window.MediaSource; delete window.ManagedMediaSource; delete window.WebKitMediaSource;"
                    + " HTMLMediaElement.prototype.canPlayType = () => '';";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void itLeadsOperatorsToWhatHappenedOnThisScreen() {
        for (var page : new Page[] {DEVICES.onDesk(), DEVICES.onPhone()}) {
            var event = fails(page, "");
            var code = page.locator(".support b").textContent();
            Watching.keep(page, "support-code-" + page.viewportSize().width);
            assertThat(Axe.findings(page.mainFrame())).isEmpty();

            assertThat(Await.until(SOON, () -> {
                        page.waitForTimeout(200);
                        return organizer.get("/api/support/" + code).status() == 200;
                    }))
                    .isTrue();
            var report = organizer.get("/api/support/" + code).json();
            assertThat(report.getString("eventId")).isEqualTo(event);
            assertThat(report.getJsonArray("happenings").toString()).contains("failed unsupported");
            assertThat(page.locator(".support").innerText()).doesNotContain("Nothing was sent");
        }
    }

    @Test
    void itSaysSoWhereNothingCouldBeSent() {
        var page = DEVICES.onDesk();
        page.route("**/api/sessions/*/support", Route::abort);

        fails(page, "");

        page.getByText("Nothing was sent, so that nobody can look this code up.")
                .waitFor();
        var code = page.locator(".support b").textContent();
        organizer.get("/api/support/" + code).expect(404);
    }

    @Test
    void whoIsNotToBeMeasuredIsShownNone() {
        var page = DEVICES.onDesk();

        fails(page, "?dnt=1");

        page.locator(".support").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(page.locator(".words").innerText()).startsWith("This browser cannot play");
    }

    private String fails(Page page, String query) {
        page.addInitScript(CANNOT_PLAY);
        var event = anEvent().publishedBy(organizer);
        page.navigate(Whole.onMicro().url() + "/watch/" + event + query);
        Watching.on(page).pressPlay().untilItSays("failed");
        return event;
    }
}
