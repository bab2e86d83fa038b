package foyer.media.local;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one machine takes live pictures in, and what it makes of them.
 *
 * @param port {@code foyer.media.rtmp-port}: where encoders come in; 0: any free one
 * @param bind {@code foyer.media.rtmp-bind}: of which of this machine's addresses
 * @param host {@code foyer.media.rtmp-address}: the host's name that organizers are told; null: that of {@code foyer.media.address}
 * @param rungs {@code foyer.live.rungs}: how many of the ladder's, from the smallest up
 * @param window {@code foyer.live.dvr}: how far back whoever watches can go
 */
record LocalLiveSettings(
        int port, InetAddress bind, @Nullable String host, int rungs, Duration window) implements FeatureSettings {
    static final int USUAL_PORT = 1935;
    private static final String BIND = "foyer.media.rtmp-bind";
    private static final String HOST = "foyer.media.rtmp-address";

    static LocalLiveSettings read(Settings settings) {
        var read = new LocalLiveSettings(
                settings.number("foyer.media.rtmp-port", USUAL_PORT, 0, 65_535),
                bind(settings),
                settings.text(HOST).orElse(null),
                settings.number("foyer.live.rungs", 3, 1, 5),
                settings.duration("foyer.live.dvr", Duration.ofHours(2), Duration.ofSeconds(30), Duration.ofHours(24)));
        read.saidHost()
                .filter(host -> !host.matches("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]"))
                .ifPresent(other -> settings.wrong(HOST, "is no host's name or address."));
        settings.refuseWrongOnes();
        return read;
    }

    Optional<String> saidHost() {
        return Optional.ofNullable(host);
    }

    private static InetAddress bind(Settings settings) {
        try {
            return InetAddress.getByName(settings.text(BIND, "0.0.0.0"));
        } catch (UnknownHostException unknown) {
            settings.wrong(BIND, "is no address of this machine.");
            return InetAddress.getLoopbackAddress();
        }
    }
}
