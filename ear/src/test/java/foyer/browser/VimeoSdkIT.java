package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.browser.SoonerBeats.Beat;
import foyer.launch.Await;
import foyer.whole.Beside;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The genuine SDK of Vimeo, unmodified, drives our page. */
@Beside
class VimeoSdkIT implements SdkContract {
    @RegisterExtension
    static final Devices DEVICES = new Devices(AtVimeo::switches);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than two presses take, and sooner than the server wishes. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public Devices devices() {
        return DEVICES;
    }

    @Override
    public SdkPage open(Page page, String address) {
        return AtVimeo.open(page, address);
    }

    /** By its own means the SDK lets a clock lead the player, or the player a clock. */
    @Test
    void aTimingObjectLeadsThePlayerAndIsLedByIt() {
        var sdk = open();
        sdk.page().evaluate("""
                () => {
                  const clock = { position: 12, velocity: 0 };
                  window.timing = Object.assign(new EventTarget(), { readyState: 'open', query: () => clock, update: (now) => Object.assign(clock, now) });
                }""");
        sdk.value("play");
        sdk.heard("playing");

        sdk.page().evaluate("() => void players[0].setTimingSrc(timing, { role: 'viewer' })");
        sdk.until(
                "async () => (await ask(0, 'getPaused', [])).value && Math.abs((await ask(0, 'getCurrentTime', [])).value - 12) < 0.1");

        sdk.page().evaluate("() => void players[0].setTimingSrc(timing, { role: 'controller' })");
        sdk.value("setCurrentTime", 30);
        sdk.until("async () => Math.abs(timing.query().position - 30) < 0.1 && timing.query().velocity === 0");
    }

    /** A screen is one opening of the page, and no press tells anything before the next heartbeat is due. */
    @Test
    void whoPlaysAgainIsMeasuredOnWithTheNextHeartbeat() {
        var sdk = open();
        var beats = SoonerBeats.of(sdk.page(), SOON);
        sdk.value("play");
        untilThereIsOneAfter(0, beats, sdk);

        sdk.value("unload");
        sdk.value("play");
        untilThereIsOneAfter(last(beats), beats, sdk);

        var reports = beats.told().stream()
                .filter(beat -> beat.report() > 0)
                .map(beat -> beat.told().getJsonObject("figures"))
                .toList();
        assertThat(reports)
                .extracting(figures -> figures.getString("screen"))
                .containsOnly(reports.get(0).getString("screen"));
        assertThat(reports).noneMatch(figures -> figures.containsKey("last"));
        beats.haveAnIntervalBetweenThem();
    }

    @Test
    void whoIsNotToBeFollowedIsNotFollowedIntoAnotherVideo() {
        var numbers = List.of(AtVimeo.number(), AtVimeo.number());
        numbers.forEach(number -> AtVimeo.published(anEvent(), number));
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(numbers.get(0)) + "?dnt=1");

        var other = Integer.parseInt(numbers.get(1));
        assertThat(sdk.value("loadVideo", other)).isEqualTo(other);

        assertThat(sdk.frame().url()).isEqualTo(AtVimeo.address(numbers.get(1)) + "?dnt=1");
    }

    /** Which report was told last; 0: none. */
    private static int last(SoonerBeats beats) {
        return beats.told().stream().mapToInt(Beat::report).max().orElse(0);
    }

    private static void untilThereIsOneAfter(int report, SoonerBeats beats, SdkPage sdk) {
        // The browser goes on only while it is waited for.
        assertThat(Await.until(PATIENCE, () -> {
                    sdk.page().waitForTimeout(200);
                    return last(beats) > report;
                }))
                .isTrue();
    }
}
