package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Packaging;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The player in a partner's page on another site, with third-party cookies blocked. */
@Beside
class PartnerPageIT {
    /** Whether the middle of what a selector finds is there to be pressed. */
    private static final String SEEN = """
            (selector) => {
              const found = document.querySelector(selector);
              const { left, right, top, bottom } = found.getBoundingClientRect();
              const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
              return found.contains(there);
            }""";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @ParameterizedTest
    @EnumSource(Packaging.class)
    void aRecordedEventPlays(Packaging packaging) {
        var page = DEVICES.onDesk();
        page.navigate(partnerPage(packaging, anEvent()));

        Watching.in(page).pressPlay().untilItPlays();

        Watching.keep(page, "partner-recorded-1440");
    }

    @Test
    void aLiveEventPlaysAndSaysThatItIsLive() {
        var page = DEVICES.onDesk();
        Whole.sandbox().startLive("demo");
        page.navigate(partnerPage(anEvent().live()));

        var watching = Watching.in(page).pressPlay().untilItPlays();

        watching.frame().locator(".stage > .badge").waitFor();
        Watching.keep(page, "partner-live-1440");
    }

    @Test
    void thePlayerLeavesNoCookieAndNothingInAnySession() {
        var page = DEVICES.onDesk();
        page.navigate(partnerPage(anEvent()));

        Watching.in(page).pressPlay().untilItPlays();

        assertThat(DEVICES.desk().cookies()).isEmpty();
        assertThat(page.frames()).noneMatch(frame -> frame.url().contains("jsessionid"));
    }

    @Test
    void anOriginThatIsNotAllowedStaysEmpty() {
        var page = DEVICES.onDesk();
        var id = anEvent()
                .embeddedBy("https://partner.example")
                .publishedBy(Whole.onMicro().as("organizer"));

        page.navigate(partnerPage(Packaging.MICRO, id));
        page.waitForLoadState();

        var frame = page.waitForSelector("iframe").contentFrame();
        assertThat(frame.locator("#stage").count()).isZero();
        assertThat(frame.url()).doesNotContain("/embed/");
    }

    @Test
    void captionsShowWhenTheyAreAskedFor() {
        var page = DEVICES.onDesk();
        page.navigate(partnerPage(anEvent()));
        var watching = Watching.in(page).pressPlay().untilItPlays();

        watching.frame().waitForFunction("() => document.querySelector('video').textTracks.length >= 2");
        watching.choose("captions", "English");
        watching.frame()
                .waitForFunction(
                        "() => [...document.querySelector('video').textTracks]"
                                + ".some(({ language, mode, activeCues }) => language === 'en' && mode === 'showing' && activeCues?.length)");

        Watching.keep(page, "partner-captions-1440");
    }

    @Test
    void aViewerMayChooseTheQualityAndTheSpeed() {
        var page = DEVICES.onDesk();
        page.navigate(partnerPage(anEvent()));
        var watching = Watching.in(page).pressPlay().untilItPlays();

        watching.choose("rendition", "240p");
        watching.frame().waitForFunction("() => document.querySelector('video').videoHeight === 240");
        watching.choose("playback-rate", "1.5");
        watching.frame().waitForFunction("() => document.querySelector('video').playbackRate === 1.5");

        // media-chrome makes its list anew when the picture's height changes.
        page.waitForCondition(() -> watching.choices("rendition").size() == 4);
        assertThat(watching.choices("rendition")).hasSize(4).contains("360p", "720p");
        watching.choose("rendition", "Auto");
        page.waitForCondition(
                () -> watching.choices("rendition").stream().anyMatch(text -> text.matches("Auto \\(\\d+p\\)")));
        watching.untilItPlays();
        Watching.keep(page, "partner-menus-1440");
    }

    @Test
    void thePosterIsThereUntilThePictureComes() {
        var page = DEVICES.onDesk();
        JsonValue video = Json.createObjectBuilder()
                .add("manifestUrl", Whole.sandbox().origin() + "/recorded/demo/master.m3u8")
                .add("thumbnailUrl", Whole.sandbox().origin() + "/recorded/demo/poster.jpg")
                .build();
        page.navigate(partnerPage(anEvent().with("videoConfig", video)));
        var watching = Watching.in(page);
        var poster = watching.frame().locator("img.poster");
        watching.frame().waitForFunction("() => document.querySelector('img.poster').naturalWidth > 0");
        poster.waitFor();
        Watching.keep(page, "partner-poster-1440");

        watching.pressPlay().untilItPlays();

        poster.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void aCookieOfThePlayersSiteWouldBeBlockedInTheFrameAndNotOnItsOwnPage() {
        var page = DEVICES.onDesk();
        page.navigate(partnerPage(anEvent()));
        var frame = Watching.in(page).frame();

        frame.evaluate("() => { document.cookie = 'third=party; SameSite=None; Secure'; }");
        assertThat(DEVICES.desk().cookies()).isEmpty();

        page.navigate(frame.url());
        page.evaluate("() => { document.cookie = 'first=party; SameSite=None; Secure'; }");
        assertThat(DEVICES.desk().cookies()).extracting(cookie -> cookie.name).containsExactly("first");
    }

    @Test
    void aFormInAPhonesLowFrameBeginsWithWhatIsToBeAnsweredAndKeepsItsButtonInSight() {
        var page = DEVICES.onPhone();
        page.setViewportSize(390, 844);
        var visitor = Visitor.inPartnersPage(page, Offers.published(Offers.byMail()), "low-frame")
                .at("register");
        var frame = visitor.frame();

        assertThat((Integer) frame.evaluate("() => innerHeight")).isBetween(210, 225);
        frame.waitForFunction(SEEN, "[name='userData.name']");
        frame.waitForFunction(SEEN, "[data-panel=register] button.brand");
        assertThat(frame.evaluate(SEEN, "[data-panel=register] .lead")).isEqualTo(false);

        visitor.control("register", "userData.remarks").focus();

        frame.waitForFunction(SEEN, "[data-panel=register] button.brand");
        // The button covers no answer that is just being given.
        frame.waitForFunction("() => { const at = document.activeElement.getBoundingClientRect();"
                + " return document.elementFromPoint(at.left + 20, at.bottom - 8)"
                + " === document.activeElement; }");

        // Nor does whoever is led back to an answer lose its question.
        visitor.control("register", "userData.name").focus();
        frame.waitForFunction(SEEN, "label[for='register-userData-name']");
    }

    private static String partnerPage(EventFixture event) {
        return partnerPage(Packaging.MICRO, event);
    }

    private static String partnerPage(Packaging packaging, EventFixture event) {
        var id = event.embeddedBy(Whole.sandbox().url())
                .publishedBy(Whole.on(packaging).as("organizer"));
        return partnerPage(packaging, id);
    }

    // localhost and 127.0.0.1 are two sites to a browser, so the frame is a third party.
    private static String partnerPage(Packaging packaging, String eventId) {
        var player = URI.create(Whole.on(packaging).url());
        return Whole.sandbox().url() + "/partner?src=http://127.0.0.1:" + player.getPort() + "/embed/" + eventId;
    }
}
