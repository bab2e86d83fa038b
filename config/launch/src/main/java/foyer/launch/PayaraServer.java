package foyer.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Foyer on Payara Server: {@code foyer.ear} deployed in a domain of its own. */
public final class PayaraServer implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ChildProcess process;
    private final PayaraDomain domain;

    private PayaraServer(ChildProcess process, PayaraDomain domain) {
        this.process = process;
        this.domain = domain;
    }

    /**
     * Makes a domain beside the logs, starts it with our boot commands, deploys and waits until it is ready.
     *
     * @param payara the unpacked distribution
     * @param commands {@code config/payara}: what is set before and after the boot
     */
    public static PayaraServer start(Path payara, Path commands, Path ear, FoyerSettings settings, Path logs) {
        var server = launch(payara, commands, ear, settings, logs);
        GettingReady.await(server, PATIENCE, server::failed, "Foyer on Payara Server");
        return server;
    }

    private static PayaraServer launch(Path payara, Path commands, Path ear, FoyerSettings settings, Path logs) {
        var domain = PayaraDomain.make(payara, logs.toAbsolutePath().resolve("domains"));
        var before = domain.write("before-boot.txt", BootCommands.before(commands));
        var after = domain.write("after-boot.txt", BootCommands.after(commands, ear));
        var command = ChildProcess.java(List.of(
                "-jar",
                payara.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                "start-domain",
                "--verbose",
                "--domaindir",
                domain.domains().toString(),
                "--prebootcommandfile",
                before.toString(),
                "--postbootcommandfile",
                after.toString(),
                PayaraDomain.NAME));
        var temporary = Folders.temporary(logs);
        var environment = environment(settings.reachedAt(domain.url()), temporary);
        var process = ChildProcess.start("payara-server", command, environment, logs, temporary);
        return new PayaraServer(process, domain);
    }

    @Override
    public String url() {
        return domain.url();
    }

    @Override
    public String secureUrl() {
        return "https://localhost:" + domain.securePort();
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    /** A deployment that fails leaves the server running, and a probe would wait for ever. */
    private boolean failed() {
        return !process.alive() || process.output().contains("Boot Command deploy failed");
    }

    /** Every setting as an environment variable: {@code foyer.store.endpoint} is {@code FOYER_STORE_ENDPOINT}. */
    private static Map<String, String> environment(FoyerSettings settings, Path temporary) {
        var environment = new HashMap<>(settings.secret());
        settings.plain()
                .forEach((name, value) ->
                        environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        environment.put("JAVA_TOOL_OPTIONS", options(temporary));
        return environment;
    }

    /** For the server, whose JVM is started by the command and not by us. */
    private static String options(Path temporary) {
        var files = "\"-Djava.io.tmpdir=" + temporary + "\"";
        return EndWithParent.option().map(agent -> files + " \"" + agent + "\"").orElse(files);
    }
}
