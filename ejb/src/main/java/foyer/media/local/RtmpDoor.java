package foyer.media.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * Lets encoders in who name a channel's stream key, and leads them to the ffmpeg that listens for it. Speaks RTMP 1.0 as
 * Adobe has published it.
 */
final class RtmpDoor implements AutoCloseable {
    private static final int WAITING = 50;

    private final ServerSocket door;

    private RtmpDoor(ServerSocket door) {
        this.door = door;
    }

    /** Knows the keys. Called by many threads at once. */
    interface Hall {
        /**
         * Who listens for this key now; empty: nobody knows it, it is not started, or somebody feeds it already. Keys are to
         * be compared in constant time.
         *
         * @param app what stands before the key in the address, without a slash at its end: {@code live} is ours
         */
        Optional<Guest> enter(String app, String streamKey);
    }

    /** One encoder that came in. */
    interface Guest {
        /** Of loopback: there {@code ffmpeg -listen 1} listens, or will within seconds. */
        int port();

        /** So many more have come from it. */
        void bytes(long count);

        /** Called once, however it ended, and even if ffmpeg could not be reached. */
        void left();
    }

    /** Port 0 takes any free one. Fails with {@link UncheckedIOException} where the port is occupied. */
    static RtmpDoor open(InetAddress bind, int port, Hall hall) {
        try {
            return new RtmpDoor(new ServerSocket(port, WAITING, bind));
        } catch (IOException refused) {
            throw new UncheckedIOException("Port %d cannot be listened on.".formatted(port), refused);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException already) {
            // It takes nobody in any more.
        }
    }
}
