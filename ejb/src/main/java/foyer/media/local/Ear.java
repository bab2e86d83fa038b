package foyer.media.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One ffmpeg that waits for one encoder, and ends with it. */
final class Ear implements AutoCloseable {
    // What stands in for the encoder is opened after it.
    private static final String ALL_IS_KNOWN = "Input #1,";

    private final int port;
    private final Process process;
    private final CompletableFuture<Optional<LiveInput>> input = new CompletableFuture<>();

    private Ear(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Listens within a moment. */
    static Ear open(Programs programs, String ffmpeg) throws IOException {
        var port = anyFree();
        var command = new LiveListening(ffmpeg, port).command();
        var ear = new Ear(port, programs.begin(command, ProcessBuilder.Redirect.PIPE));
        Daemons.run("live-ear-" + port, ear::listenToItsErrors);
        return ear;
    }

    /** Of loopback. */
    int port() {
        return port;
    }

    /** What the encoder sends; waits until that is known. Empty: there will be none. */
    Optional<LiveInput> input() {
        return input.join();
    }

    boolean isKnown() {
        return input.isDone();
    }

    /** All that comes, as {@link LiveListening} says. */
    InputStream heard() {
        return process.getInputStream();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    // It is read to its end, or ffmpeg would wait for somebody to read it.
    private void listenToItsErrors() {
        var known = LiveInput.NOTHING;
        try (var said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                known = input.isDone() ? known : known.and(line);
                if (line.startsWith(ALL_IS_KNOWN)) {
                    input.complete(Optional.of(known));
                }
            }
        } catch (IOException killed) {
            // It says no more.
        } finally {
            input.complete(Optional.empty());
        }
    }

    // Somebody else may take it in between; then ffmpeg ends, and another one is tried.
    private static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
