package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Measuring;
import foyer.whole.Whole;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser measures while somebody watches, as operators are told. */
@Beside
class FiguresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** The first heartbeat is as late as chance may have it, so that there is time to go away before. */
    private static final String LATE = "Math.random = () => 0.999;";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Http analyst = Whole.onMicro().as("analyst");

    @Test
    void whoWatchesInAPartnersPageIsCounted() {
        var event = anEvent()
                .embeddedBy(Whole.sandbox().url())
                .publishedBy(Whole.onMicro().as("organizer"));
        var page = DEVICES.onDesk();
        page.navigate(Whole.sandbox().url() + "/partner?src=" + Whole.onMicro().url() + "/embed/" + event);
        Watching.in(page).pressPlay().untilItPlays();

        // The browser goes on only while it is waited for.
        var told = Measuring.untilTold(analyst, event, found -> {
            page.waitForTimeout(200);
            return found.getJsonObject("audience").getInt("watchSeconds") > 0;
        });

        var audience = told.getJsonObject("audience");
        assertThat(audience.getInt("unique")).isOne();
        assertThat(audience.getInt("now")).isOne();
        assertThat(audience.getInt("watchSeconds")).isBetween(1, 60);
        assertThat(audience.getJsonArray("origins").getJsonObject(0).getString("origin"))
                .isEqualTo(Whole.sandbox().url());
        assertThat(told.getJsonArray("retention").getJsonObject(0).getInt("viewers"))
                .isOne();
        var quality = told.getJsonObject("quality");
        assertThat(quality.getJsonObject("startupMs").getInt("p50")).isBetween(1, 45_000);
        assertThat(quality.getInt("bitrate")).isPositive();
        assertThat(quality.getJsonNumber("errorRate").doubleValue()).isZero();
    }

    /** Between two heartbeats: what was watched since the first one is not lost with the page. */
    @Test
    void whoGoesAwayTellsTheRest() {
        var event = anEvent().publishedBy(Whole.onMicro().as("organizer"));
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/" + event);
        Watching.on(page).pressPlay().untilItPlays();
        page.waitForFunction("() => document.querySelector('video').currentTime > 15");

        page.navigate("about:blank");

        var told = Measuring.untilTold(
                analyst, event, found -> found.getJsonObject("audience").getInt("watchSeconds") >= 4);
        assertThat(told.getJsonObject("audience").getInt("watchSeconds")).isBetween(4, 30);
    }

    /**
     * Before the first heartbeat, too: of those who wait in vain it is that one would like to know. Nobody is a viewer who has watched
     * nothing; that there was a screen is told by the page around it.
     */
    @Test
    void whoGoesAwayBeforeThereIsAPictureIsCounted() {
        var picture = OwnStream.recorded();
        var event = anEvent()
                .showing(picture.address())
                .embeddedBy(Whole.sandbox().url())
                .publishedBy(Whole.onMicro().as("organizer"));
        var page = DEVICES.onDesk();
        var beats = Beats.of(page);
        page.addInitScript(LATE);
        page.navigate(Whole.sandbox().url() + "/partner?src=" + Whole.onMicro().url() + "/embed/" + event);
        var watching = Watching.in(page);
        picture.failsDuring(() -> {
            var opened = page.waitForResponse("**/api/auth/login", watching::pressPlay);
            opened.finished();
            // What was answered has been read by then.
            watching.frame().evaluate("() => new Promise((read) => setTimeout(read))");
            assertThat(beats).isEmpty();
            page.navigate("about:blank");
        });

        var told = Measuring.untilTold(analyst, event, found -> !origins(found).isEmpty());

        assertThat(origins(told)).hasSize(1);
        var here = origins(told).getJsonObject(0);
        assertThat(here.getString("origin")).isEqualTo(Whole.sandbox().url());
        assertThat(here.getInt("screens")).isOne();
        assertThat(told.getJsonObject("audience").getInt("watchSeconds")).isZero();
    }

    /** By the page's address, as partners may have it, or by the viewer's own device. */
    @ParameterizedTest
    @CsvSource({"?dnt=1, ''", "'', globalPrivacyControl", "'', doNotTrack"})
    void whoIsNotToBeFollowedIsNotMeasured(String query, String signal) {
        var event = anEvent().publishedBy(Whole.onMicro().as("organizer"));
        var page = DEVICES.onPhone();
        if (!signal.isEmpty()) {
            // One is a boolean to scripts, the other a text.
            var value = signal.equals("doNotTrack") ? "'1'" : "true";
            page.addInitScript(
                    "Object.defineProperty(Navigator.prototype, '%s', { get: () => %s });".formatted(signal, value));
        }
        var beats = Beats.of(page);
        page.navigate(Whole.onMicro().url() + "/watch/" + event + query);
        Watching.on(page).pressPlay().untilItPlays();
        assertThat(Await.until(PATIENCE, () -> {
                    page.waitForTimeout(200);
                    return !beats.isEmpty();
                }))
                .isTrue();
        page.navigate("about:blank");

        assertThat(beats)
                .isNotEmpty()
                .allMatch(beat -> beat.contains("position"))
                .noneMatch(beat -> beat.matches("(?s).*(figures|stalls|played).*"));
    }

    private static JsonArray origins(JsonObject told) {
        return told.getJsonObject("audience").getJsonArray("origins");
    }
}
