package foyer.sandbox.mail;

import foyer.sandbox.fault.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the product connects to: it hands every command on to the mail server, unless a fault is switched on. */
final class SmtpDoor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int serverPort;
    private final Faults faults;
    private final ClosedMailboxes closed;

    /** Fails with a {@link java.net.BindException} where the port is occupied; 0 takes any free one. */
    SmtpDoor(int port, int serverPort, Faults faults, ClosedMailboxes closed) throws IOException {
        this.serverPort = serverPort;
        this.faults = faults;
        this.closed = closed;
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        threads.execute(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                open.add(client);
                threads.execute(() -> converse(client));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            new Conversation(client, server, faults, closed).run();
        } catch (IOException hungUp) {
            // Clients may leave without a word, and a fault closes the line on purpose.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var client : open) {
            client.close();
        }
        threads.shutdownNow();
    }
}
