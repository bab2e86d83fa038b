package foyer.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Foyer on Payara Server: {@code foyer.ear} deployed in a domain of its own. */
public final class PayaraServer implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ChildProcess process;
    private final int port;
    private final int securePort;

    private PayaraServer(ChildProcess process, int port, int securePort) {
        this.process = process;
        this.port = port;
        this.securePort = securePort;
    }

    /**
     * Makes a domain beside the logs, starts it with our boot commands, deploys and waits until it is ready.
     *
     * @param payara the unpacked distribution
     * @param bootCommands the commands of {@code config/payara} with their placeholders
     */
    public static PayaraServer start(Path payara, Path bootCommands, Path ear, FoyerSettings settings, Path logs) {
        var port = Ports.free();
        var securePort = Ports.free();
        var domains = logs.resolve("domains");
        var environment = environment(settings);
        makeDomain(payara, domains, port, securePort, logs);
        var process = ChildProcess.start(
                "payara-server",
                asadmin(
                        payara,
                        "start-domain",
                        "--verbose",
                        "--domaindir",
                        domains.toString(),
                        "--prebootcommandfile",
                        write(logs.resolve("before-boot.txt"), beforeBoot(bootCommands))
                                .toString(),
                        "--postbootcommandfile",
                        write(logs.resolve("after-boot.txt"), "deploy --name foyer " + ear + "\n")
                                .toString(),
                        "foyer"),
                environment,
                logs);
        var server = new PayaraServer(process, port, securePort);
        if (!Await.until(PATIENCE, () -> !process.alive() || Probe.ready(server.url())) || !process.alive()) {
            var words = process.lastWords();
            server.close();
            throw new CannotLaunch("Foyer did not get ready on Payara Server. It said:\n" + words);
        }
        return server;
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

    /** The server is a child of the command that started it, and would outlive it. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        Await.until(Duration.ofSeconds(20), () -> process.descendants().isEmpty());
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.close();
    }

    private static void makeDomain(Path payara, Path domains, int port, int securePort, Path logs) {
        var command = asadmin(
                payara,
                "create-domain",
                "--nopassword=true",
                "--checkports=false",
                "--domaindir",
                domains.toString(),
                "--adminport",
                String.valueOf(Ports.free()),
                "--instanceport",
                String.valueOf(port),
                "--domainproperties",
                "http.ssl.port=" + securePort + ":jms.port=" + Ports.free() + ":domain.jmxPort=" + Ports.free()
                        + ":orb.listener.port=" + Ports.free() + ":orb.ssl.port=" + Ports.free()
                        + ":orb.mutualauth.port=" + Ports.free(),
                "foyer");
        try (var process = ChildProcess.start("payara-domain", command, Map.of(), logs)) {
            if (!Await.until(Duration.ofMinutes(1), () -> !process.alive())
                    || !Files.isDirectory(domains.resolve("foyer"))) {
                throw new CannotLaunch("Payara made no domain. It said:\n" + process.lastWords());
            }
        }
    }

    private static List<String> asadmin(Path payara, String... arguments) {
        var command = new ArrayList<>(List.of(
                "-jar", payara.resolve("glassfish/lib/client/appserver-cli.jar").toString()));
        command.addAll(List.of(arguments));
        return ChildProcess.java(command);
    }

    private static String beforeBoot(Path bootCommands) {
        try {
            return Files.readString(bootCommands)
                    .replace("${http}", "http-listener-1")
                    .replace("${https}", "http-listener-2");
        } catch (IOException unreadable) {
            throw new CannotLaunch("The boot commands cannot be read: " + bootCommands, unreadable);
        }
    }

    /** Every setting as an environment variable: {@code foyer.store.endpoint} is {@code FOYER_STORE_ENDPOINT}. */
    private static Map<String, String> environment(FoyerSettings settings) {
        var environment = new HashMap<>(settings.secret());
        settings.plain()
                .forEach((name, value) ->
                        environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        return environment;
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException refused) {
            throw new CannotLaunch("Could not write " + file, refused);
        }
    }
}
