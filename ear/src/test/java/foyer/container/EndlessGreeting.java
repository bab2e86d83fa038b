package foyer.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail relay whose greeting has one line more and one line more (RFC 5321, 4.2.1). Each comes in time, so no time-out of
 * a single answer ends it.
 */
final class EndlessGreeting implements AutoCloseable {
    private static final byte[] LINE = "220-One moment\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger callers = new AtomicInteger();

    EndlessGreeting(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::receive);
    }

    /** How many have come. */
    int callers() {
        return callers.get();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.incrementAndGet();
                threads.execute(() -> greet(caller));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void greet(Socket caller) {
        try (caller) {
            do {
                caller.getOutputStream().write(LINE);
            } while (!over.await(200, TimeUnit.MILLISECONDS));
        } catch (IOException gone) {
            // Whoever does not want to hear more may go.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    void hangUp() {
        over.countDown();
    }

    /** Hangs up on everybody, and lets nobody in any more. */
    @Override
    public void close() throws IOException {
        hangUp();
        door.close();
        threads.shutdown();
    }
}
