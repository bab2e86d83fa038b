package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.EventFixture;
import foyer.whole.Whole;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The player in a partner's page on another site, with third-party cookies blocked. */
class PartnerPageIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void aRecordedEventPlays() {
        var page = DEVICES.onDesk();
        page.navigate(partnerPage(anEvent()));

        Watching.in(page).pressPlay().untilItPlays();

        Watching.keep(page, "partner-recorded-1440");
    }

    @Test
    void aLiveEventPlaysAndSaysThatItIsLive() {
        var page = DEVICES.onDesk();
        Whole.sandbox().startLive("demo");
        page.navigate(partnerPage(anEvent().live()));

        var watching = Watching.in(page).pressPlay().untilItPlays();

        assertThat(watching.frame().locator("#stage").getAttribute("data-live")).isEqualTo("true");
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

        page.navigate(partnerPage(id));
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
        watching.frame().evaluate("() => { document.querySelector('video').textTracks[0].mode = 'showing'; }");
        watching.frame().waitForFunction("() => document.querySelector('video').textTracks[0].activeCues?.length > 0");

        Watching.keep(page, "partner-captions-1440");
    }

    private static String partnerPage(EventFixture event) {
        return partnerPage(event.embeddedBy(Whole.sandbox().url())
                .publishedBy(Whole.onMicro().as("organizer")));
    }

    // localhost and 127.0.0.1 are two sites to a browser, so the frame is a third party.
    private static String partnerPage(String eventId) {
        var player = URI.create(Whole.onMicro().url());
        return Whole.sandbox().url() + "/partner?src=http://127.0.0.1:" + player.getPort() + "/embed/" + eventId;
    }
}
