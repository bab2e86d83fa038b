package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.NpmPackages;
import foyer.whole.Whole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The compliance page of player.js, unmodified, against our page. It frames four addresses of its own site, at which the
 * browser gets our page; everything that our page asks for there goes to our server.
 */
@Beside
class PlayerJsIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices(AsOnTheInternet::andPlayingUnasked);

    private static final String SITE = "http://localhost.com:8003";
    private static final int ASSERTIONS = 76;
    private static final double PATIENCE = 120_000;

    @Test
    void allAssertionsOfTheCompliancePagePass() {
        var event = anEvent().publishedBy(Whole.onMicro().as("organizer"));
        var library = NpmPackages.installed(Build.partnerLibraries()).resolve("node_modules/player.js");
        var page = DEVICES.onDesk();
        page.route(SITE + "/**", route -> serve(route, library, event));
        page.navigate(SITE + "/test/player_test.html");

        page.waitForFunction(
                "([all]) => +document.querySelector('#qunit-testresult .total')?.textContent >= all",
                List.of(ASSERTIONS),
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE));

        Watching.keep(page, "player-js-1440");
        assertThat(page.locator("#qunit-tests > li.fail").allInnerTexts()).isEmpty();
        assertThat(page.locator("#qunit-testresult .passed").innerText()).isEqualTo(String.valueOf(ASSERTIONS));
    }

    private static void serve(Route route, Path library, String event) {
        var path = URI.create(route.request().url()).getPath();
        var file = library.resolve(path.equals("/dist/player.js") ? "dist/player-0.1.0.js" : path.substring(1));
        var framed = path.matches("/test/(mock|html|video|jwplayer)\\.html");
        if (!framed && Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions().setPath(file));
            return;
        }
        var ours = Whole.onMicro().url() + (framed ? "/embed/" + event : path);
        var headers = new HashMap<>(route.request().headers());
        // Our server is not at that site, and would not take a call from there.
        headers.remove("origin");
        var answer = route.fetch(new Route.FetchOptions().setUrl(ours).setHeaders(headers));
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }
}
