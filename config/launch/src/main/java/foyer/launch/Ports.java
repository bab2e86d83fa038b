package foyer.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on this machine. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int SLICES = 12;
    private static final int SLICE = 1000;
    private static final int MOST_TRIES = 1000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * One that was free a moment ago, and is not given again. It is none of those that systems give to whoever calls: one of
     * these may be taken by any connection before the server that it is meant for listens. Processes beside each other mostly
     * draw from different ones.
     */
    public static int free() {
        var lowest = LOWEST + (int) (ProcessHandle.current().pid() % SLICES) * SLICE;
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var port = ThreadLocalRandom.current().nextInt(lowest, lowest + SLICE);
            if (GIVEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new CannotLaunch("This machine gives no free port.");
    }

    /** Fails with {@link CannotLaunch} that names the port and the setting to change, when somebody listens there. */
    public static int requireFree(int port, String setting) {
        try {
            bind(port);
            return port;
        } catch (IOException occupied) {
            throw new CannotLaunch(
                    "Port %d is occupied. Stop what listens there, or choose another with -D%s=…"
                            .formatted(port, setting),
                    occupied);
        }
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException occupied) {
            return false;
        }
    }

    private static void bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            // Without it a port counts as taken for a minute after its last connection was closed.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port), 1);
        }
    }
}
