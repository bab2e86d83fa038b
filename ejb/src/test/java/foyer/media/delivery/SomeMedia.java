package foyer.media.delivery;

import foyer.event.SomeBrowsing;
import foyer.media.playback.PlaybackAddresses;
import foyer.media.playback.SomePlayback;
import foyer.session.SomeSessions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures of one node, with files that a test names. */
final class SomeMedia {
    final PlaybackAddresses addresses;
    final Delivering delivering = new Delivering();
    private final Map<String, OriginFile> files = new HashMap<>();

    SomeMedia(SomeSessions node) {
        var playback = new SomePlayback(node);
        addresses = playback.addresses;
        delivering.tokens = playback.tokens;
        OriginFiles found = path -> Optional.ofNullable(files.get(path));
        delivering.files = found;
        delivering.simulive = new Simulive(found, node.clock);
        delivering.events = SomeBrowsing.recent(node.events, node.clock);
        delivering.standings = node.standings();
        delivering.clock = node.clock;
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
}
