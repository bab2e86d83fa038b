package foyer.media.playback;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.session.SomeSessions;
import foyer.shared.Secret;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The addresses of one node's pictures. */
public final class SomePlayback {
    public static final String ADDRESS = "https://media.example";
    private static final PlaybackKey KEY = key("first", 1);

    public final PlaybackAddresses addresses = new PlaybackAddresses();
    public final PlaybackTokens tokens = new PlaybackTokens(List.of(KEY));

    public SomePlayback(SomeSessions node) {
        addresses.deployment =
                new SharedSettings(Stage.PRODUCTION, new Secret(new byte[32]), null, null, URI.create(ADDRESS));
        addresses.settings = new PlaybackSettings(List.of(KEY), Duration.ofMinutes(5));
        addresses.tokens = tokens;
        addresses.clock = node.clock;
        node.renewBy(addresses);
    }

    /** The event with a recording of its own. */
    public static Event playing(Event event) {
        return SomeEvents.replanned(
                event, "videoUrl", ADDRESS + "/" + event.id().value() + "/recording/master.m3u8");
    }

    static PlaybackKey key(String id, int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return new PlaybackKey(id, new Secret(bytes));
    }

    /** What a viewer's player asks this origin for. */
    public static String below(String url) {
        return url.substring((ADDRESS + "/t").length());
    }

    static String tokenOf(String url) {
        return below(url).split("/", -1)[1];
    }
}
