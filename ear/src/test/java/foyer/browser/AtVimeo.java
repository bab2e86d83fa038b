package foyer.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Build;
import foyer.whole.EventFixture;
import foyer.whole.NpmPackages;
import foyer.whole.Whole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Events that pages know by their number at Vimeo. The genuine SDK takes no player but one at {@code
 * https://player.vimeo.com/video/…}, so the browser finds our server there.
 */
final class AtVimeo {
    private AtVimeo() {}

    /** Of the browser that is to find it. */
    static List<String> switches() {
        var port = URI.create(Whole.onMicro().secureUrl()).getPort();
        var rules = "MAP *.vimeo.com:443 127.0.0.1:%1$d, MAP vimeo.com:443 127.0.0.1:%1$d".formatted(port);
        return Stream.concat(AsOnTheInternet.andPlayingUnasked().stream(), Stream.of("--host-resolver-rules=" + rules))
                .toList();
    }

    /** A partner's page with the SDK and these embeds. */
    static SdkPage open(Page page, String... addresses) {
        return SdkPage.open(page, new Route.FulfillOptions().setPath(sdk()), addresses);
    }

    /** The SDK, as npm has it. */
    static Path sdk() {
        return NpmPackages.installed(Build.partnerLibraries()).resolve("node_modules/@vimeo/player/dist/player.min.js");
    }

    /** The same page with the script of ours where the SDK's was. */
    static SdkPage openByOurScript(Page page, String... addresses) {
        var script = Whole.onMicro().http().get("/embed.js").expect(200).text();
        return SdkPage.open(
                page,
                new Route.FulfillOptions().setContentType("text/javascript").setBody(script),
                addresses);
    }

    /** Makes and publishes it; answers its id. */
    static String published(EventFixture event, String number) {
        return event.with("vimeoId", number)
                .embeddedBy(SdkPage.ORIGIN)
                .publishedBy(Whole.onMicro().as("organizer"));
    }

    /** One that no other event has. */
    static String number() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, Integer.MAX_VALUE));
    }

    static String address(String number) {
        return "https://player.vimeo.com/video/" + number;
    }
}
