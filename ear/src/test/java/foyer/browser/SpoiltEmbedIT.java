package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Measuring;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Frames of partners' pages that are not as they should be: what still plays, and who is told what to change. */
@Beside
class SpoiltEmbedIT {
    private static final String PARTNER = "https://partner.example";
    private static final long LONGER_THAN_IT_TAKES = 20_000;
    private static final String SANDBOX = "sandbox=\"allow-scripts allow-same-origin allow-forms allow-popups\"";

    @RegisterExtension
    static final Devices DEVICES = new Devices(AsOnTheInternet::switches);

    @Test
    void anOriginThatWasForgottenIsToldToThePagesMakersAndToTheOperator() {
        var event = published(anEvent().embeddedBy("https://another.example"));
        var page = DEVICES.onDesk();
        var said = said(page);
        page.clock().install();
        // From a page on https to a frame that is not browsers tell no referrer.
        var frame = Whole.onMicro().secureUrl() + "/embed/" + event;
        show(page, Map.of(), "<iframe id=\"frame\" src=\"" + frame + "\" allow=\"fullscreen\"></iframe>");
        page.evaluate("() => { new Foyer.Player('frame'); }");

        page.clock().fastForward(LONGER_THAN_IT_TAKES);

        page.waitForCondition(() -> said.stream().anyMatch(words -> words.contains("the player does not answer")));
        assertThat(said).anySatisfy(words -> assertThat(words).contains(PARTNER, "embedConfig.allowedOrigins"));
        var told = told(event, embedding -> !embedding.getJsonArray("refused").isEmpty());
        var refused = told.getJsonArray("refused").getJsonObject(0);
        assertThat(refused.getString("origin")).isEqualTo(PARTNER);
        assertThat(refused.getString("advice")).contains("add " + PARTNER, "embedConfig.allowedOrigins");
    }

    @Test
    void ofAPageThatMayShowTheEventNothingIsTold() {
        var event = published(anEvent().embeddedBy(PARTNER));
        var page = DEVICES.onDesk();
        var said = said(page);
        show(page, Map.of(), "<div id=\"here\" data-foyer-event=\"" + event + "\"></div>");

        page.evaluate("() => new Foyer.Player('here').ready()");

        assertThat(said).noneMatch(words -> words.startsWith("Foyer:"));
        assertThat(Measuring.told(Whole.onMicro().as("analyst"), event)
                        .getJsonObject("embedding")
                        .toString())
                .isEqualTo("{\"refused\":[],\"lacking\":[]}");
    }

    @Test
    void aContentPolicyThatKeepsThePlayerOutIsNamedThoughItDidSoBeforeTheScriptCame() {
        var event = published(anEvent().embeddedBy(PARTNER));
        var page = DEVICES.onDesk();
        var said = said(page);
        show(
                page,
                Map.of("Content-Security-Policy", "frame-src 'none'"),
                "<iframe id=\"frame\" src=\"" + address(event) + "\" allow=\"autoplay; fullscreen\"></iframe>");

        page.evaluate("() => { new Foyer.Player('frame'); }");

        page.waitForCondition(() -> said.stream().anyMatch(words -> words.contains("Content-Security-Policy keeps")));
        assertThat(said)
                .anySatisfy(words -> assertThat(words)
                        .contains("Add to its frame-src: " + Whole.onMicro().url()));
    }

    /** By a click; the whole screen is refused by name, and the operator is told where it is lacking. */
    @Test
    void aFrameThatIsAllowedNothingPlaysAllTheSame() {
        var event = published(anEvent().embeddedBy(PARTNER));
        var page = DEVICES.onDesk();
        var said = said(page);
        show(
                page,
                Map.of(),
                "<iframe id=\"frame\" src=\"" + address(event) + "\" width=\"640\" height=\"360\"></iframe>");
        page.evaluate("() => { window.player = new Foyer.Player('frame'); }");

        Watching.in(page).pressPlay().untilItPlays();

        assertThat(page.evaluate("() => player.callMethod('requestFullscreen').catch(({ name }) => name)"))
                .isEqualTo("UnsupportedError");
        page.waitForCondition(() -> said.stream().anyMatch(words -> words.contains("this frame is not allowed")));
        assertThat(said).anySatisfy(words -> assertThat(words).contains("this frame is not allowed", "fullscreen"));
        var told = told(event, embedding -> {
            // The browser goes on only while it is waited for.
            page.waitForTimeout(200);
            return !embedding.getJsonArray("lacking").isEmpty();
        });
        var lacking = told.getJsonArray("lacking").getValuesAs(JsonObject.class);
        assertThat(lacking).allSatisfy(one -> {
            assertThat(one.getString("origin")).isEqualTo(PARTNER);
            assertThat(one.getInt("screens")).isOne();
        });
        assertThat(lacking).extracting(one -> one.getString("feature")).contains("autoplay", "fullscreen");
    }

    @Test
    void aFrameInASandboxThatHasWhatItNeedsPlaysAndKnowsItsViewerAgain() {
        var event = published(Offers.bySharedPassword().embeddedBy(PARTNER));
        var page = DEVICES.onDesk();
        var frames = "<iframe id=\"frame\" %s src=\"%s\" width=\"640\" height=\"360\" allow=\"fullscreen\"></iframe>"
                .formatted(SANDBOX, address(event));
        show(page, Map.of(), frames);
        var frame = frame(page);
        frame.locator("form[data-panel=login] [name=password]:not([type=hidden])")
                .fill(Offers.SHARED_PASSWORD);
        Press.on(frame, frame.locator("form[data-panel=login] button.brand")::click);
        watches(page);

        page.reload();

        watches(page);
    }

    @Test
    void aFrameInASandboxWhoseWindowsAreFreeTakesTheMoney() {
        var page = DEVICES.onDesk();
        var visitor = toPay(page, SANDBOX.replace("allow-popups", "allow-popups allow-popups-to-escape-sandbox"));

        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        provider.pays(ProviderPage.GOOD_CARD);

        visitor.watches();
    }

    /** Nothing in there can open the provider's page, only the browser by its own menu. */
    @Test
    void aSandboxThatOpensNoWindowTellsViewersHowToPay() {
        var page = DEVICES.onDesk();
        var visitor = toPay(page, SANDBOX.replace(" allow-popups", ""));

        visitor.send("pay");

        var panel = visitor.frame().locator("form[data-payment=blocked]");
        panel.waitFor();
        assertThat(panel.locator(".state").innerText()).contains("follow the link", "in a new tab by its own menu");
        Watching.keep(page, "sandbox-pay-blocked-1440");
        var tab = DEVICES.desk().newPage();
        tab.navigate(panel.locator(".out a").getAttribute("href"));
        ProviderPage.shownIn(tab).pays(ProviderPage.GOOD_CARD);
        visitor.watches();
    }

    @Test
    void aSandboxThatIsTooTightIsNamed() {
        var event = published(anEvent().embeddedBy(PARTNER));
        var page = DEVICES.onDesk();
        var said = said(page);
        show(page, Map.of(), "<iframe id=\"frame\" sandbox=\"allow-scripts\" src=\"" + address(event) + "\"></iframe>");

        page.evaluate("() => { new Foyer.Player('frame'); }");

        page.waitForCondition(() -> said.stream().anyMatch(words -> words.contains("sandbox keeps the player")));
        assertThat(said)
                .anySatisfy(
                        words -> assertThat(words).contains("Add to it: allow-same-origin allow-forms allow-popups"));
    }

    /** Up to the panel in which a viewer pays, in a frame with these attributes. */
    private static Visitor toPay(Page page, String attributes) {
        var event = published(Offers.byPayment().embeddedBy(PARTNER));
        var frames = "<iframe id=\"frame\" %s src=\"%s\" width=\"640\" height=\"720\" allow=\"fullscreen\"></iframe>"
                .formatted(attributes, address(event));
        show(page, Map.of(), frames);
        var ada = Mailbox.fresh();
        var visitor = Visitor.inFrameOf(page, "sandbox-pay")
                .at("register")
                .answer("register", "email", ada.address())
                .send("register")
                .at("verify");
        return visitor.answer("verify", "code", ada.code())
                .send("verify")
                .at("pay")
                .mayPay();
    }

    /** Whoever was let in by a click sees it begin. */
    private static void watches(Page page) {
        frame(page).locator("main[data-way=watch]").waitFor();
        var watching = Watching.in(page);
        if (watching.frame().locator("#stage [data-play]").isVisible()) {
            watching.pressPlay();
        }
        watching.untilItPlays();
    }

    private static JsonObject told(String event, Predicate<JsonObject> awaited) {
        return Measuring.untilTold(
                        Whole.onMicro().as("analyst"), event, found -> awaited.test(found.getJsonObject("embedding")))
                .getJsonObject("embedding");
    }

    private static String published(EventFixture event) {
        return event.publishedBy(Whole.onMicro().as("organizer"));
    }

    private static String address(String event) {
        return Whole.onMicro().url() + "/embed/" + event;
    }

    private static Frame frame(Page page) {
        return page.waitForSelector("iframe").contentFrame();
    }

    private static Queue<String> said(Page page) {
        var said = new ConcurrentLinkedQueue<String>();
        page.onConsoleMessage(message -> said.add(message.text()));
        return said;
    }

    private static void show(Page page, Map<String, String> headers, String body) {
        var script = "<script src=\"" + Whole.onMicro().url() + "/embed.js\"></script>";
        var answer = new Route.FulfillOptions()
                .setContentType("text/html; charset=utf-8")
                .setBody("<!DOCTYPE html><title>A partner’s page</title>" + body + script);
        if (!headers.isEmpty()) {
            answer.setHeaders(headers);
        }
        page.route(PARTNER + "/", route -> route.fulfill(answer));
        page.navigate(PARTNER + "/");
    }
}
