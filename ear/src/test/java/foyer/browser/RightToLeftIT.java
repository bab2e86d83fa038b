package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Words that are read from the right: an organizer's in any page, and all of a page in such a language. */
@Beside
class RightToLeftIT {
    private static final String TITLE = "أمسية في المرصد";

    /** No language that the page speaks is one. */
    private static final String AS_IF_IN_ARABIC =
            "addEventListener('DOMContentLoaded', () => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }))";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whatOrganizersWriteIsReadFromItsOwnSide() {
        var event = Offers.published(Offers.byMail()
                .titled(TITLE)
                .with("description", "ننظر إلى النجوم معا.\nPlease bring a coat.")
                .with("registrationConfig", arabicForm()));
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            var visitor = Visitor.onItsPage(page, event, "arabic").at("register");

            assertThat(direction(visitor.frame(), "html")).isEqualTo("ltr");
            for (var written : List.of(".about h1", "label[for$=role]", "option[value='موسيقي']", ".description")) {
                assertThat(direction(visitor.frame(), written)).as(written).isEqualTo("rtl");
            }
            assertThat(Axe.findings(visitor.frame())).isEmpty();
            page.close();
        }
    }

    @Test
    void aPageInSuchALanguageIsReadFromTheRightAndItsTimeGoesOnToTheRight() {
        var event = Whole.onMicro().url() + "/embed/"
                + anEvent().titled(TITLE).publishedBy(Whole.onMicro().as("organizer"));
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            page.addInitScript(AS_IF_IN_ARABIC);
            page.navigate(event);
            assertThat(direction(page.mainFrame(), ".veil .title")).isEqualTo("rtl");
            Watching.keep(page, "rtl-ready-" + page.viewportSize().width);

            Watching.on(page).pressPlay().untilItPlays();

            page.locator("media-time-range").waitFor();
            assertThat(direction(page.mainFrame(), "html")).isEqualTo("rtl");
            assertThat(direction(page.mainFrame(), "media-time-range")).isEqualTo("ltr");
            assertThat(left(page, "media-play-button")).isLessThan(left(page, "media-fullscreen-button"));
            Watching.on(page).choose("playback-rate", "1.25");
            page.locator("media-playback-rate-menu-button").press("Enter");
            Watching.keep(page, "rtl-playing-" + page.viewportSize().width);
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.close();
        }
    }

    private static JsonObject arabicForm() {
        var role = Json.createObjectBuilder()
                .add("name", "role")
                .add("type", "select")
                .add("label", "من أنت؟")
                .add("required", true)
                .add("options", Json.createArrayBuilder(List.of("موسيقي", "Other")));
        return Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add(role))
                .build();
    }

    private static Object direction(Frame frame, String selector) {
        return frame.evaluate("(selector) => getComputedStyle(document.querySelector(selector)).direction", selector);
    }

    private static double left(Page page, String selector) {
        return page.locator(selector).boundingBox().x;
    }
}
