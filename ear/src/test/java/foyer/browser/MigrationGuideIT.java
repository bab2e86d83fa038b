package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That a page made of the guide's own words works. */
@Beside
class MigrationGuideIT {
    private static final String PARTNER = "https://partner.example/";
    private static final String TITLE = "An evening at the observatory";

    @RegisterExtension
    static final Devices DEVICES = new Devices(AsOnTheInternet::andPlayingUnasked);

    private final String number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, Integer.MAX_VALUE));
    private String guide = "";

    @BeforeEach
    void theGuideForThisDeployment() throws IOException {
        var event = anEvent()
                .titled(TITLE)
                .with("vimeoId", number)
                .embeddedBy("https://partner.example")
                .publishedBy(Whole.onMicro().as("organizer"));
        guide = Files.readString(Build.project().resolve("docs").resolve("migration-from-vimeo.md"))
                .replace("https://foyer.example", Whole.onMicro().url())
                .replace("76979871", number)
                .replace("uWtsonW3VPiHfzGBNcNYWw", event);
    }

    @Test
    void whatItSaysToPasteShowsTheEventAndIsDriven() {
        var page = partnersPage(String.join("\n", written("html")));
        var code = written("js");
        assertThat(code).hasSize(2);

        assertThat(page.evaluate("async () => {" + code.get(0) + "return [title, await player.getVolume()]; }"))
                .isEqualTo(List.of(TITLE, 0.5));
        assertThat(page.evaluate("async () => {" + code.get(1) + "return player.getMuted(); }"))
                .isEqualTo(true);
        // Two that are written as frames, one that the code makes, one by number; the last waits for a click.
        page.waitForFunction("() => document.querySelectorAll('iframe').length === 4");
        page.locator("[data-foyer-lite] button").waitFor();
    }

    private List<String> written(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(guide)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static Page partnersPage(String body) {
        var page = DEVICES.onDesk();
        page.route(
                PARTNER,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<!DOCTYPE html><title>A partner’s page</title>" + body)));
        page.navigate(PARTNER);
        return page;
    }
}
