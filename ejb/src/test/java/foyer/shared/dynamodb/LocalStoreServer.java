package foyer.shared.dynamodb;

import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The DynamoDB Local of this JVM, started when it is first asked for and on a free port. Nobody stops it: it ends with the JVM, of which
 * there may be several (see docs/adr/0035).
 */
final class LocalStoreServer {
    // Several start at once.
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static @Nullable LocalStoreServer ofThisJvm;

    private final Process process;
    private final int port;

    private LocalStoreServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static synchronized LocalStoreServer ofThisJvm() {
        var running = ofThisJvm == null ? start() : ofThisJvm;
        ofThisJvm = running;
        return running;
    }

    private static LocalStoreServer start() {
        try {
            var port = freePort();
            var server = new LocalStoreServer(command(port).start(), port);
            server.awaitReady();
            server.warmUp();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    private static ProcessBuilder command(int port) {
        var classes = classes();
        var build = classes.resolveSibling("dynamodb-local");
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.library.path=" + build,
                "-cp",
                classes + File.pathSeparator + build.resolve("*"),
                LocalStoreProcess.class.getName(),
                Integer.toString(port));
        return command.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(
                        classes.resolveSibling("dynamodb-local.log").toFile()));
    }

    // The first call opens the database and loads classes on both sides: no time-out that a test has is meant for that.
    private void warmUp() {
        var patient = LocalStore.settings(address(), "warm-up-", READY_WITHIN, READY_WITHIN);
        var client = new GuardedClient(
                StoreConnection.open(patient), patient.concurrency(), new Turnstile(), LocalStore.unmeasured());
        try {
            PreparingTables.prepareAll(client, patient, List.of(TableDefinition.of("first", KeyAttribute.text("id"))));
        } finally {
            client.close();
        }
    }

    private static Path classes() {
        try {
            return Path.of(LocalStoreServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("DynamoDB Local did not start; see dynamodb-local.log");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
