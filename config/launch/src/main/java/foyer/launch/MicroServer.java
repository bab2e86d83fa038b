package foyer.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Foyer on Payara Micro: {@code foyer-micro.jar} as a process. */
public final class MicroServer implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ChildProcess process;
    private final int port;
    private final int securePort;

    private MicroServer(ChildProcess process, int port, int securePort) {
        this.process = process;
        this.port = port;
        this.securePort = securePort;
    }

    /** Starts it and waits until {@code /health/ready} answers 200. */
    public static MicroServer start(Path jar, int port, int securePort, FoyerSettings settings, Path logs) {
        return start(jar, port, securePort, settings, logs, List.of());
    }

    /** The same with more options of Payara Micro's, such as another application to deploy beside. */
    public static MicroServer start(
            Path jar, int port, int securePort, FoyerSettings settings, Path logs, List<String> options) {
        var server = launch(jar, port, securePort, settings, logs, options);
        try {
            server.awaitReady();
        } catch (CannotLaunch notReady) {
            if (!server.stumbled()) {
                throw notReady;
            }
            server = launch(jar, port, securePort, settings, logs, options);
            server.awaitReady();
        }
        return server;
    }

    /** Starts it without waiting: for those who want to see a start that fails. */
    public static MicroServer launch(
            Path jar, int port, int securePort, FoyerSettings settings, Path logs, List<String> options) {
        // Payara Micro unpacks itself into it, and leaves it there where it is killed.
        var temporary = Folders.temporary(logs);
        var arguments = new ArrayList<>(
                List.of("-Xmx768m", "-Djava.net.preferIPv4Stack=true", "-Djava.io.tmpdir=" + temporary));
        settings.reachedAt("http://localhost:" + port)
                .plain()
                .forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.addAll(List.of("-jar", jar.toString()));
        arguments.addAll(List.of("--port", String.valueOf(port), "--sslport", String.valueOf(securePort)));
        arguments.addAll(options);
        var process = ChildProcess.start(
                "foyer-micro-" + port, ChildProcess.java(arguments), settings.secret(), logs, temporary);
        return new MicroServer(process, port, securePort);
    }

    private void awaitReady() {
        GettingReady.await(this, PATIENCE, this::failed, "Foyer");
    }

    /**
     * Whether Payara ended by itself before it looked at any application: where its own services begin side by side, one
     * now and then lists those who listen while another adds to them (HK2's {@code SystemDescriptor}, a {@code
     * ConcurrentModificationException}, once in some hundred starts on a busy machine).
     */
    private boolean stumbled() {
        return process.output().contains("Startup service failed to start")
                && process.output().contains("ConcurrentModificationException");
    }

    /** A deployment that fails leaves Payara Micro running, and a probe would wait for ever. */
    private boolean failed() {
        return !process.alive() || process.output().contains("Exception while loading the app");
    }

    @Override
    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public String secureUrl() {
        return "https://localhost:" + securePort;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
