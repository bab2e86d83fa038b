package foyer.media.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Doors of this machine and who comes to them, over real sockets; what was opened is closed after each test. */
final class RtmpDoorstep implements AfterEachCallback {
    static final Duration SHORT = Duration.ofMillis(300);
    static final Duration LONG = Duration.ofSeconds(20);
    static final RtmpLimits PATIENT = limits(20, LONG, LONG, LONG);

    /** What an encoder is answered. */
    static final String START = "NetStream.Publish.Start";

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        for (var thing : open) {
            thing.close();
        }
        open.clear();
    }

    /** As many strangers of one address as of all. */
    static RtmpLimits limits(int strangers, Duration proof, Duration silence, Duration reach) {
        return new RtmpLimits(strangers, strangers, LONG, proof, silence, reach);
    }

    RtmpDoor door(RtmpDoor.Hall hall, RtmpLimits limits) {
        return kept(RtmpDoor.open(InetAddress.getLoopbackAddress(), 0, hall, limits));
    }

    AnEncoder encoderAt(RtmpDoor door) throws IOException {
        return kept(new AnEncoder(door.port()));
    }

    <T extends AutoCloseable> T kept(T thing) {
        open.add(thing);
        return thing;
    }

    static int aFreePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Its contents are the same for the same length. */
    static RtmpMessage aMessage(int type, long timestamp, int length) {
        var payload = new byte[length];
        new Random(length).nextBytes(payload);
        return new RtmpMessage(type, timestamp, 1, payload);
    }
}
