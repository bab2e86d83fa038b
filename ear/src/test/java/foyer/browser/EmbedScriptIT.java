package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Packaging;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script that partners put into their pages, in the place of Vimeo's. */
@Beside
class EmbedScriptIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices(AsOnTheInternet::andPlayingUnasked);

    private static final String PARTNER = "https://partner.example/";
    private static final int MOST_BYTES = 8_000;
    private static final String HEIGHT = """
            () => {
              const { width, height } = document.querySelector('iframe').getBoundingClientRect();
              return %s;
            }""";
    private static final String TALLER_THAN_ITS_SHAPE = HEIGHT.formatted("height > width");
    private static final String ITS_SHAPE = HEIGHT.formatted("Math.abs(height - width * 9 / 16) < 1");

    @ParameterizedTest
    @EnumSource(Packaging.class)
    void theScriptsAreSmallAndAskedForAgainSometimes(Packaging packaging) {
        for (var script : List.of("/embed.js", "/embed.mjs")) {
            var http = Whole.on(packaging).http();
            var sent = http.with("Accept-Encoding", "br").get(script).expect(200);

            assertThat(sent.header("Content-Encoding")).isEqualTo("br");
            assertThat(sent.bytes()).hasSizeLessThanOrEqualTo(MOST_BYTES);
            assertThat(sent.header("Content-Type")).startsWith("text/javascript");
            assertThat(sent.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(sent.header("Cache-Control")).contains("max-age=3600");
            http.with("Accept-Encoding", "br")
                    .with("If-None-Match", sent.header("ETag"))
                    .get(script)
                    .expect(304);
        }
        assertThat(Whole.on(packaging).http().get("/embed.d.ts").expect(200).text())
                .contains("export declare class Player");
    }

    @Test
    void anEventThatAnElementNamesIsShownAndDriven() {
        var event = published(anEvent().titled("Named by an element"));
        var page = open("<div id=\"here\" data-foyer-event=\"%s\" data-foyer-muted></div>".formatted(event));
        var frame = page.locator("#here iframe");
        frame.waitFor();

        assertThat(frame.getAttribute("allow")).contains("autoplay", "fullscreen", "picture-in-picture");
        assertThat(frame.getAttribute("referrerpolicy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(frame.getAttribute("loading")).isEqualTo("lazy");
        page.waitForFunction("() => document.querySelector('iframe').title === 'Named by an element'");
        assertThat(page.evaluate(
                        "() => { const { width, height } = document.querySelector('iframe').getBoundingClientRect();"
                                + " return Math.round(100 * width / height); }"))
                .isEqualTo(178);
        page.evaluate("""
                async () => {
                  window.heard = [];
                  window.player = new Foyer.Player('here');
                  for (const name of ['play', 'timeupdate', 'error']) player.on(name, () => heard.push(name));
                  await player.play();
                }""");
        page.waitForFunction("() => heard.includes('play') && heard.includes('timeupdate')");
        assertThat(page.evaluate("() => player.getPaused()")).isEqualTo(false);
        assertThat(page.evaluate("() => player.setVolume(2).catch(({ name }) => name)"))
                .isEqualTo("RangeError");
        Watching.keep(page, "embed-script-1440");
    }

    @Test
    void anEmbedFarBelowComesWhenItIsAskedSomething() {
        var event = published(anEvent().titled("Far below"));
        var page = open("<div style=\"height: 20000px\"></div><div id=\"here\" data-foyer-event=\"%s\"></div>"
                .formatted(event));
        page.locator("#here iframe[loading=lazy]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

        assertThat(page.evaluate("() => new Foyer.Player('here').getVideoTitle()"))
                .isEqualTo("Far below");
    }

    @Test
    void aPageWrittenByVimeosDocumentationKeepsItsCode() {
        var number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, Integer.MAX_VALUE));
        published(anEvent().titled("Was at Vimeo").with("vimeoId", number));
        var page = open("""
                <div id="made-in-ny"></div>
                <div data-vimeo-id="%1$s" data-vimeo-width="320" id="auto"></div>
                <iframe id="old" src="%2$s/video/%1$s" width="640" height="360" allow="autoplay; fullscreen; picture-in-picture; encrypted-media"></iframe>""".formatted(number, Whole.onMicro().url()));

        var title = page.evaluate("""
                async (number) => {
                  const options = { id: number, width: 640, loop: true, muted: true };
                  const player = new Vimeo.Player('made-in-ny', options);
                  window.ended = 0;
                  player.on('ended', () => ended++);
                  await player.ready();
                  await player.setVolume(0);
                  await player.play();
                  return player.getVideoTitle();
                }""", number);

        assertThat(title).isEqualTo("Was at Vimeo");
        assertThat(page.locator("#auto iframe").getAttribute("width")).isEqualTo("320");
        assertThat(page.evaluate("() => new Vimeo.Player(document.querySelector('#old')).getVideoId()"))
                .isEqualTo(Integer.parseInt(number));
        assertThat(page.evaluate("() => new Vimeo.Player('old') === new Vimeo.Player('old')"))
                .isEqualTo(true);
        assertThat(page.evaluate("() => { try { new Vimeo.Player('nowhere'); } catch ({ name }) { return name; } }"))
                .isEqualTo("TypeError");
        page.evaluate("() => new Vimeo.Player('old').destroy()");
        assertThat(page.locator("#old").count()).isZero();
    }

    @Test
    void aLiteEmbedBringsNothingOfThePlayerBeforeAClick() {
        var video = Json.createObjectBuilder()
                .add("manifestUrl", Whole.sandbox().origin() + "/recorded/demo/master.m3u8")
                .add("thumbnailUrl", Whole.sandbox().origin() + "/recorded/demo/poster.jpg")
                .build();
        var event = published(anEvent().titled("A click away").with("videoConfig", video));
        var page = DEVICES.onDesk();
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        show(page, "<div id=\"here\" data-foyer-event=\"%s\" data-foyer-lite></div>".formatted(event));
        var button = page.locator("#here button[aria-label='A click away']");
        button.waitFor();
        page.waitForFunction(
                "() => document.querySelector('#here button').style.backgroundImage.includes('poster.jpg')");
        assertThat(page.locator("iframe").count()).isZero();
        assertThat(asked)
                .anyMatch(url -> url.endsWith("/embed.js"))
                .noneMatch(url -> url.matches(".*/(embed/|assets/|watch/).*"));
        Watching.keep(page, "embed-lite-1440");

        button.click();

        Watching.in(page).untilItPlays();
    }

    @Test
    void aLiteEmbedOfAnEventThatAsksSomethingFirstHasItsNameAndItsPicture() {
        var video = Json.createObjectBuilder()
                .add("manifestUrl", Whole.sandbox().origin() + "/recorded/demo/master.m3u8")
                .add("thumbnailUrl", Whole.sandbox().origin() + "/recorded/demo/poster.jpg")
                .build();
        var event = published(
                anEvent().titled("Behind a form").with("authType", "email").with("videoConfig", video));

        var page = open("<div id=\"here\" data-foyer-event=\"%s\" data-foyer-lite></div>".formatted(event));

        page.locator("#here button[aria-label='Behind a form']").waitFor();
        page.waitForFunction(
                "() => document.querySelector('#here button').style.backgroundImage.includes('poster.jpg')");
    }

    @Test
    void aModuleIsImportedAndAnotherEventTakesTheFrameOver() {
        var first = published(anEvent().titled("The first"));
        var second = published(anEvent().titled("The second"));
        var page = open("<div id=\"here\"></div>");

        var titles = page.evaluate("""
                async ([script, first, second]) => {
                  const { Player } = await import(script);
                  const player = new Player(document.getElementById('here'), { event: first });
                  const titles = [await player.getVideoTitle()];
                  const heard = [];
                  player.on('volumechange', ({ volume }) => heard.push(volume));
                  await player.loadVideo(second);
                  titles.push(await player.getVideoTitle());
                  await player.setVolume(0.5);
                  await new Promise((resolve) => player.on('volumechange', resolve) ?? player.setVolume(0.25));
                  return [...titles, heard.length > 0];
                }""", List.of(Whole.onMicro().url() + "/embed.mjs", first, second));

        assertThat(titles).isEqualTo(List.of("The first", "The second", true));
    }

    @Test
    void itsFrameGrowsForAFormAndTakesThePicturesShapeAgain() {
        var ada = Mailbox.fresh();
        var event = published(anEvent().with("authType", "email").with("registrationConfig", Offers.form()));
        var page = show(
                DEVICES.onPhone(),
                "<meta name=\"viewport\" content=\"width=device-width\">"
                        + "<div id=\"here\" data-foyer-event=\"%s\"></div>".formatted(event));
        page.waitForFunction(TALLER_THAN_ITS_SHAPE);
        var frame = page.waitForSelector("iframe").contentFrame();
        frame.waitForFunction("() => document.documentElement.scrollHeight <= innerHeight");
        Watching.keep(page, "embed-grown-360");

        frame.locator("form[data-panel=register] [data-turn=code]").click();
        frame.locator("[data-panel=code] [name=email]:not([type=hidden])").fill(ada.address());
        frame.waitForFunction("() => document.documentElement.scrollHeight <= innerHeight");
        register(event, ada);
        var before = ada.code();
        frame.locator("form[data-panel=code] button.brand").click();
        frame.locator("form[data-panel=verify] [name=code]").fill(ada.codeAfter(before));
        frame.locator("form[data-panel=verify] button.brand").click();

        page.waitForFunction(ITS_SHAPE);
        Watching.in(page).untilItPlays();
    }

    @Test
    void aFrameThatWasGivenAHeightKeepsIt() {
        var event = published(anEvent().with("authType", "email"));
        var page = open(
                "<div id=\"here\" data-foyer-event=\"%s\" data-foyer-width=\"320\" data-foyer-height=\"180\"></div>"
                        .formatted(event));
        page.waitForSelector("iframe")
                .contentFrame()
                .locator("form[data-panel=register]")
                .waitFor();
        page.evaluate("() => new Foyer.Player('here').ready()");

        assertThat(page.evaluate("() => document.querySelector('iframe').getBoundingClientRect().height"))
                .isEqualTo(180);
    }

    @Test
    void whatSpoilsAnEmbedIsToldToWhoMadeThePage() {
        var event = published(anEvent());
        var page = DEVICES.onDesk();
        var said = new CopyOnWriteArrayList<String>();
        page.onConsoleMessage(message -> said.add(message.text()));
        show(
                page,
                "<iframe id=\"old\" src=\"%s/embed/%s\" sandbox=\"allow-scripts\" allow=\"fullscreen\"></iframe>"
                        .formatted(Whole.onMicro().url(), event));

        page.evaluate("() => { new Foyer.Player('old'); }");
        page.waitForCondition(() -> said.stream().anyMatch(words -> words.contains("allow=\"autoplay")));

        assertThat(said).anySatisfy(words -> assertThat(words).contains("sandbox", "allow-same-origin"));
        assertThat(said)
                .anySatisfy(words -> assertThat(words).contains("allow=\"autoplay; fullscreen; picture-in-picture"));
    }

    private static void register(String event, Mailbox whose) {
        var body = Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", whose.address())
                .add(
                        "userData",
                        Json.createObjectBuilder()
                                .add("name", "Ada Lovelace")
                                .add("role", "Musician")
                                .add("terms", Json.createObjectBuilder().add("agreed", true)));
        Whole.onMicro().http().post("/api/registrations", body.build()).expect(201);
    }

    private static Page open(String body) {
        return show(DEVICES.onDesk(), body);
    }

    private static Page show(Page page, String body) {
        var script = "<script src=\"%s/embed.js\"></script>"
                .formatted(Whole.onMicro().url());
        page.route(
                PARTNER,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<!DOCTYPE html><title>A partner’s page</title>" + body + script)));
        page.navigate(PARTNER);
        return page;
    }

    private static String published(EventFixture event) {
        return event.embeddedBy("https://partner.example")
                .publishedBy(Whole.onMicro().as("organizer"));
    }
}
