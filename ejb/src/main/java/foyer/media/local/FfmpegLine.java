package foyer.media.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** The connection to the ffmpeg that listens for one encoder. */
final class FfmpegLine implements AutoCloseable {
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final int PAUSE_MILLIS = 50;

    private final Duration reach;
    private volatile Socket socket = new Socket();
    private volatile boolean closed;
    private InputStream from = InputStream.nullInputStream();
    private RtmpWriter to = new RtmpWriter(OutputStream.nullOutputStream());
    private int stream;

    /** @param reach how long it may take to listen, and to say each word of its answer */
    FfmpegLine(Duration reach) {
        this.reach = reach;
    }

    /** Until it takes what is published. Fails when it does not. */
    void open(int port) throws IOException {
        connect(port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) reach.toMillis());
        from = new BufferedInputStream(socket.getInputStream());
        RtmpHandshake.call(from, socket.getOutputStream());
        to = new RtmpWriter(socket.getOutputStream());
        stream = new RtmpCall(new RtmpReader(from, RtmpLimits.BEFORE), to).publish();
        socket.setSoTimeout(0);
    }

    void write(RtmpMessage message) throws IOException {
        to.write(message.on(stream));
    }

    /** Nothing more comes: ffmpeg reads what is on its way, and ends. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** Hears until ffmpeg has ended. What it acknowledges is nothing that the encoder asked. */
    void hear() {
        try {
            from.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // Then it has.
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException already) {
            // It is no more.
        }
    }

    // It may be about to listen, after the last encoder or for the first; nobody can look without being taken for one.
    private void connect(int port) throws IOException {
        var begin = System.nanoTime();
        while (true) {
            try {
                socket.connect(new InetSocketAddress(InetAddress.getByAddress(HERE), port), (int) reach.toMillis());
                return;
            } catch (ConnectException notYet) {
                if (System.nanoTime() - begin > reach.toNanos()) {
                    throw notYet;
                }
            }
            pause();
            socket = new Socket();
            if (closed) {
                throw new SocketException("The door closes.");
            }
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
