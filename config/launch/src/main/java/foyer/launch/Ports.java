package foyer.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on this machine. */
public final class Ports {
    private Ports() {}

    /** One that was free a moment ago. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new CannotLaunch("This machine gives no free port.", refused);
        }
    }

    /** Fails with {@link CannotLaunch} that names the port and the setting to change, when somebody listens there. */
    public static int requireFree(int port, String setting) {
        try (var socket = new ServerSocket()) {
            // Without it a port counts as taken for a minute after its last connection was closed.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port), 1);
            return port;
        } catch (IOException occupied) {
            throw new CannotLaunch(
                    "Port %d is occupied. Stop what listens there, or choose another with -D%s=…"
                            .formatted(port, setting),
                    occupied);
        }
    }
}
