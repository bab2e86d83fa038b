package foyer.browser;

import foyer.whole.Whole;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Switches of a browser for which the servers under test are on the internet, as they are for partners' pages: it lets no
 * page from there reach a server on its own machine.
 */
final class AsOnTheInternet {
    private AsOnTheInternet() {}

    static List<String> switches() {
        var server = Whole.onMicro();
        var addresses = Stream.of(
                        server.url(), server.secureUrl(), Whole.sandbox().url())
                .map(url -> URI.create(url).getPort())
                .flatMap(port -> Stream.of("127.0.0.1:" + port, "[::1]:" + port))
                .map(address -> address + "=public")
                .collect(Collectors.joining(","));
        return List.of("--ip-address-space-overrides=" + addresses);
    }

    /** The same, and a script may play what nobody has clicked on. */
    static List<String> andPlayingUnasked() {
        return Stream.concat(switches().stream(), Stream.of("--autoplay-policy=no-user-gesture-required"))
                .toList();
    }
}
