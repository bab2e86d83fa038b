package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Whole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on its own, in each of its states, on a desk and on a phone. */
@Beside
class WatchPageIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void theCountdownTurnsIntoThePictureByItself() {
        Whole.sandbox().startLive("demo");
        // A browser's start is none of the time until the event's.
        var desk = DEVICES.desk();

        var page = open(desk, anEvent().live().lasting(in(20), in(3600)));

        page.locator(".countdown").waitFor();
        Watching.keep(page, "countdown-1440");
        Watching.on(page).afterTheCountdown().untilItPlays();
    }

    @Test
    void anOriginThatIsDeadAndComesBackIsPlayed() {
        var picture = OwnStream.recorded();
        var page = open(DEVICES.desk(), anEvent().showing(picture.address()));
        picture.failsDuring(() -> Watching.on(page).pressPlay().untilItSays("retrying"));

        Watching.on(page).untilItPlays();
    }

    @Test
    void anOriginThatDiesWhileWatchedAndComesBackIsPlayedOn() {
        var picture = OwnStream.live();
        var page = open(DEVICES.desk(), anEvent().showing(picture.address()));
        Watching.on(page).pressPlay().untilItPlays();
        picture.failsDuring(() -> {
            Watching.on(page).untilItSays("retrying");
            Watching.on(page).untilItReads("Trying again…", "The stream has paused. It will go on by itself.");
            Watching.keep(page, "retrying-1440");
        });

        Watching.on(page).untilItPlays();
    }

    @Test
    void aStreamThatIsNotThereYetIsToldInWordsAndBeginsWhenItComes() {
        var picture = OwnStream.soonLive();
        var event = anEvent().showing(picture.address()).lasting(in(-60), in(3600));
        var page = open(DEVICES.phone(), event);
        Watching.on(page).pressPlay().untilItReads("The stream is not there yet. It will appear here by itself.");
        Watching.keep(page, "not-there-yet-360");

        picture.begins();

        Watching.on(page).untilItPlays();
        Watching.keep(page, "live-360");
    }

    @Test
    void aLiveStreamThatEndsIsToldInWords() {
        var picture = OwnStream.live();
        var event = anEvent().showing(picture.address()).lasting(in(-60), in(3600));
        var page = open(DEVICES.desk(), event);
        Watching.on(page).pressPlay().untilItPlays();

        picture.ends();

        Watching.on(page).untilItReads("The stream has ended. Thank you for watching.");
        Watching.keep(page, "ended-1440");
    }

    @Test
    void theAddressHasItsWishesGranted() {
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")) + "?t=30&muted=1&keyboard=0");

        Watching.on(page).pressPlay().untilItPlays();

        assertThat((Boolean) page.evaluate("() => document.querySelector('video').currentTime > 30"))
                .isTrue();
        assertThat(page.evaluate("() => document.querySelector('video').muted")).isEqualTo(true);
        page.locator("media-controller[nohotkeys]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    @Test
    void everyStateIsReadableBeforeAnyScriptRuns() {
        for (var name : states().keySet()) {
            var id = states().get(name).get();
            for (var context : DEVICES.both()) {
                var page = context.newPage();
                page.route("**/*.js", route -> route.abort());
                page.navigate(Whole.onMicro().url() + "/watch/" + id);

                assertThat(page.locator("h1").first().innerText()).isEqualTo("State: " + name);
                assertThat(page.locator("main").innerText()).isNotBlank();
                Watching.keep(page, name + "-" + page.viewportSize().width);
            }
        }
    }

    @Test
    void thePageFollowsTheReadersLanguage() {
        var id = anEvent().publishedBy(Whole.onMicro().as("organizer"));
        for (var language : List.of("en", "de", "es", "fr")) {
            var page = Whole.onMicro().http().with("Accept-Language", language).get("/watch/" + id);

            assertThat(page.expect(200).text()).contains("lang=\"" + language + "\"");
            assertThat(page.header("Content-Language")).isEqualTo(language);
        }
    }

    @Test
    void anEventThatIsNotThereIsToldKindly() {
        var missing =
                Whole.onMicro().http().get("/watch/AAAAAAAAAAAAAAAAAAAAAA").expect(404);

        assertThat(missing.header("Content-Type")).startsWith("text/html");
        assertThat(missing.text()).contains("<h1").doesNotContain("Payara", "Exception");
    }

    private static Map<String, Supplier<String>> states() {
        return Map.of(
                "upcoming", () -> published(anEvent().lasting(in(86_400), in(90_000)), "upcoming"),
                "live", () -> published(anEvent().live(), "live"),
                "recorded", () -> published(anEvent().lasting(in(-7200), in(-3600)), "recorded"),
                "no-video", () -> published(anEvent().without("videoConfig"), "no-video"),
                "registration", () -> published(anEvent().with("authType", "email"), "registration"),
                "cancelled",
                        () -> {
                            var id = published(anEvent(), "cancelled");
                            Whole.onMicro()
                                    .as("organizer")
                                    .post("/api/events/" + id + "/cancel")
                                    .expect(200);
                            return id;
                        });
    }

    private static String published(EventFixture event, String state) {
        return event.titled("State: " + state)
                .with("description", "What the organiser says about it. It may be a longer text, over a line or two.")
                .publishedBy(Whole.onMicro().as("organizer"));
    }

    private static Page open(BrowserContext context, EventFixture event) {
        var page = context.newPage();
        page.navigate(Whole.onMicro().url() + "/watch/"
                + event.publishedBy(Whole.onMicro().as("organizer")));
        return page;
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }
}
