package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that lists what is stored, and that it is true. */
@Beside
class PrivacyPageIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @ParameterizedTest
    @CsvSource({"en, What is stored", "de, Was gespeichert wird", "es, Qué se guarda", "fr, Ce qui est conservé"})
    void itSpeaksTheViewersLanguage(String language, String title) {
        var page = DEVICES.onPhoneIn(language);
        page.navigate(Whole.onMicro().url() + "/privacy");

        assertThat(page.locator("h1").textContent()).isEqualTo(title);
        assertThat(page.locator("dt").count()).isEqualTo(9);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        for (var scheme : ColorScheme.values()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.findings(page.mainFrame()))
                    .as("%s %s", language, scheme)
                    .isEmpty();
        }
    }

    @Test
    void theEventsPageLeadsThere() {
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/watch/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")));

        page.locator("a[href='/privacy']").click();

        page.waitForURL("**/privacy");
        assertThat(page.locator("h1").textContent()).isEqualTo("What is stored");
    }

    /** As it says: an event that asks nothing leaves nothing, and nobody else is asked for anything. */
    @Test
    void whoeverIsAskedNothingKeepsNothing() {
        var page = DEVICES.onDesk();
        var asked = askedOf(page);
        page.navigate(Whole.onMicro().url() + "/watch/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")));

        Watching.on(page).pressPlay().untilItPlays();

        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
        assertThat(asked)
                .isSubsetOf(
                        origin(Whole.onMicro().url()), origin(Whole.sandbox().url()));
    }

    private static Set<String> askedOf(Page page) {
        var asked = new ConcurrentSkipListSet<String>();
        page.onRequest(request -> note(request, asked));
        return asked;
    }

    private static void note(Request request, Set<String> asked) {
        if (request.url().startsWith("http")) {
            asked.add(origin(request.url()));
        }
    }

    private static String origin(String url) {
        var address = URI.create(url);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
