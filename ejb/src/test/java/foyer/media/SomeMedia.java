package foyer.media;

import foyer.event.SomeBrowsing;
import foyer.session.SomeSessions;
import foyer.shared.Secret;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of one node, with files that a test names. */
public final class SomeMedia {
    static final String ADDRESS = "https://media.example";
    static final PlaybackKey KEY = key("first", 1);

    public final PlaybackAddresses addresses = new PlaybackAddresses();
    final Delivering delivering = new Delivering();
    final PlaybackTokens tokens = new PlaybackTokens(List.of(KEY));
    private final Map<String, OriginFile> files = new HashMap<>();

    public SomeMedia(SomeSessions node) {
        addresses.deployment =
                new SharedSettings(Stage.PRODUCTION, new Secret(new byte[32]), null, null, URI.create(ADDRESS));
        addresses.settings = new PlaybackSettings(List.of(KEY), Duration.ofMinutes(5));
        addresses.tokens = tokens;
        addresses.clock = node.clock;
        delivering.tokens = tokens;
        OriginFiles found = path -> Optional.ofNullable(files.get(path));
        delivering.files = found;
        delivering.simulive = new Simulive(found, node.clock);
        delivering.events = SomeBrowsing.recent(node.events, node.clock);
        delivering.standings = node.standings();
        delivering.clock = node.clock;
        node.renewBy(addresses);
    }

    static PlaybackKey key(String id, int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return new PlaybackKey(id, new Secret(bytes));
    }

    void put(String path) {
        files.put(
                path,
                new OriginFile(path.substring(path.lastIndexOf('/') + 1), 3, Instant.EPOCH, (out, from, count) -> {
                    throw new IllegalStateException("Nobody reads it here.");
                }));
    }

    void put(String path, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var name = path.substring(path.lastIndexOf('/') + 1);
        files.put(path, new OriginFile(name, bytes.length, Instant.EPOCH, (out, from, count) -> out.write(bytes)));
    }

    /** What a viewer's player asks this origin for. */
    static String below(String url) {
        return url.substring((ADDRESS + "/t").length());
    }

    static String tokenOf(String url) {
        return below(url).split("/", -1)[1];
    }
}
