package foyer.media.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Listens as ffmpeg does, for one encoder, and keeps what came. */
final class AnFfmpeg implements AutoCloseable {
    private final ServerSocket door;
    private final BlockingQueue<RtmpMessage> came = new LinkedBlockingQueue<>();
    private final BlockingQueue<RtmpGreeting.Wish> wishes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();
    private final boolean reads;
    private volatile @Nullable Socket caller;

    private AnFfmpeg(int port, boolean reads) throws IOException {
        this.door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        this.reads = reads;
        var thread = new Thread(this::listen, "ffmpeg");
        thread.setDaemon(true);
        thread.start();
    }

    static AnFfmpeg listening() throws IOException {
        return listeningAt(0);
    }

    static AnFfmpeg listeningAt(int port) throws IOException {
        return new AnFfmpeg(port, true);
    }

    /** Takes what is published, and never reads it. */
    static AnFfmpeg stuck() throws IOException {
        return new AnFfmpeg(0, false);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next that came; fails when there is none within ten seconds. */
    RtmpMessage next() throws InterruptedException {
        return within(came);
    }

    RtmpGreeting.Wish wish() throws InterruptedException {
        return within(wishes);
    }

    boolean isCalled() {
        return caller != null;
    }

    /** Waits until the caller has said all. */
    boolean hasEnded() throws InterruptedException {
        return within(ends);
    }

    @Override
    public void close() throws IOException {
        door.close();
        var called = caller;
        if (called != null) {
            called.close();
        }
    }

    private void listen() {
        try (var socket = door.accept()) {
            caller = socket;
            var in = new BufferedInputStream(socket.getInputStream());
            RtmpHandshake.answer(in, socket.getOutputStream());
            var from = new RtmpReader(in, RtmpLimits.AFTERWARDS);
            var greeting = new RtmpGreeting(from, new RtmpWriter(socket.getOutputStream()));
            wishes.add(greeting.hear());
            greeting.welcome();
            while (reads) {
                came.add(from.next());
            }
            door.accept().close();
        } catch (IOException over) {
            ends.add(true);
        }
    }

    private static <T> T within(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came.");
        }
        return next;
    }
}
