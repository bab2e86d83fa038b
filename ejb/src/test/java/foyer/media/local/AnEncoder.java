package foyer.media.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;

/** Speaks to a door as encoders do, and word by word where a test wants so. */
final class AnEncoder implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final RtmpReader from;
    private final RtmpWriter to;
    private String words = "";

    AnEncoder(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        from = new RtmpReader(in, RtmpLimits.BEFORE);
        to = new RtmpWriter(socket.getOutputStream());
    }

    /** The code that it is answered. */
    String publish(String app, String streamKey) throws IOException {
        RtmpHandshake.call(in, socket.getOutputStream());
        var nothing = new Amf0.Nothing();
        say(RtmpCommand.of("connect", 1, new Amf0.Fields(Map.of("app", new Amf0.Text(app)))), 0);
        say(RtmpCommand.of("createStream", 2, nothing), 0);
        say(RtmpCommand.of("publish", 3, nothing, new Amf0.Text(streamKey), new Amf0.Text("live")), 1);
        return status();
    }

    /** Those that it was answered last, for whoever reads its log. */
    String words() {
        return words;
    }

    void say(RtmpCommand command, int stream) throws IOException {
        to.write(command.on(stream));
    }

    void send(RtmpMessage message) throws IOException {
        to.write(message);
    }

    void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    RtmpMessage hear() throws IOException {
        return from.next();
    }

    /** Whether the other side closes, within ten seconds. */
    boolean isSentAway() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String status() throws IOException {
        while (true) {
            var command = RtmpCommand.in(from.next());
            if (command.isPresent() && command.get().name().equals("onStatus")) {
                words = command.get().fields(1).text("description");
                return command.get().fields(1).text("code");
            }
        }
    }
}
