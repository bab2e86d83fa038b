package foyer.demo;

import foyer.launch.CannotLaunch;
import foyer.launch.FoyerSettings;
import foyer.launch.KeptSecrets;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.launch.SandboxProcess;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Prun}: starts everything, makes the demo events, prints the addresses and waits for Ctrl-C or SIGTERM. */
public final class Run {
    private static final String SEPARATOR = "─".repeat(78);

    private final PrintStream out;
    private final Path build;

    private Run(PrintStream out, Path build) {
        this.out = out;
        this.build = build;
    }

    /** @param arguments the folder of this module's build output */
    public static void main(String... arguments) throws InterruptedException {
        try {
            new Run(System.out, Path.of(arguments[0])).start();
        } catch (CannotLaunch refused) {
            System.err.println("\nFoyer does not start. " + refused.getMessage() + "\n");
            throw refused;
        }
        // Everything runs in processes of its own, ended by this JVM's shutdown hooks.
        new CountDownLatch(1).await();
    }

    private void start() {
        var port = Ports.requireFree(setting("foyer.http.port", 8080), "foyer.http.port");
        var securePort = Ports.requireFree(setting("foyer.https.port", 8443), "foyer.https.port");
        var sandboxPort = Ports.requireFree(setting("foyer.sandbox.port", 8090), "foyer.sandbox.port");
        var email = given("operator.email", "operator@foyer.example");
        var givenPassword = given("operator.password", "");
        var data = Optional.ofNullable(System.getProperty("foyer.data.dir")).map(Path::of);
        var secrets = data.map(KeptSecrets::in).orElseGet(KeptSecrets::fresh);
        var password = givenPassword.isEmpty() ? secrets.operatorPassword() : givenPassword;
        var logs = build.resolve("logs");

        out.println("\nStarting the sandbox and Foyer; logs are in " + logs);
        var media = data.orElse(logs).resolve("media").toAbsolutePath();
        var sandbox = SandboxProcess.start(build.resolve("../../sandbox/target").normalize(), sandboxPort, data, logs);
        var settings = FoyerSettings.local(sandbox, email, password)
                .keeping(secrets)
                .with("foyer.media.directory", media.toString())
                .with("foyer.media.rtmp-bind", "127.0.0.1")
                .with("foyer.media.rtmp-port", String.valueOf(setting("foyer.rtmp.port", 1935)))
                .upSoon();
        var server = MicroServer.start(
                build.resolve("../../micro/target/foyer-micro.jar").normalize(), port, securePort, settings, logs);
        sandbox.tellOfPayments(server.url(), settings);
        sandbox.startLive("demo");
        var tools = signedIn(server, email, password);
        if (!tools.hasEvents()) {
            new DemoEvents(Clock.systemUTC(), sandbox.origin(), sandbox.url())
                    .all()
                    .forEach(tools::publish);
        }
        print(server, sandbox, tools);
        out.println("First operator   " + email + (givenPassword.isEmpty() ? "   password " + password : ""));
        out.println(SEPARATOR + "\nCtrl-C ends everything.");
    }

    private static OrganiserTools signedIn(MicroServer server, String email, String password) {
        try {
            return OrganiserTools.signIn(server.url(), email, password);
        } catch (CannotLaunch refused) {
            throw new CannotLaunch(
                    refused.getMessage()
                            + "\nWhere data is kept, its first operator is too: name them as you did when it was"
                            + " made, with -Dfoyer.operator.email=… and -Dfoyer.operator.password=…",
                    refused);
        }
    }

    private void print(MicroServer server, SandboxProcess sandbox, OrganiserTools tools) {
        out.println("\n" + SEPARATOR + "\nFoyer is ready.\n");
        out.println("API              " + server.url() + "/api   (described at " + server.url()
                + "/openapi, to browse at " + server.url() + "/api/docs)");
        out.println("Over TLS         " + server.secureUrl());
        out.println("Sandbox          " + sandbox.url() + "   (stand-ins: store, mailbox, media, payments)\n");
        for (var item : tools.events().getJsonArray("items")) {
            var event = item.asJsonObject();
            var page = server.url() + "/watch/" + event.getString("eventId");
            out.printf(
                    "%-9s %-9s %s%n", event.getString("authType"), event.getString("state"), event.getString("title"));
            out.println("    watch        " + page);
            out.println("    on a partner's page   " + partnerPage(server, sandbox, event.getString("eventId")));
        }
        out.println();
    }

    private static String partnerPage(MicroServer server, SandboxProcess sandbox, String eventId) {
        var embed = URLEncoder.encode(server.url() + "/embed/" + eventId, StandardCharsets.UTF_8);
        return sandbox.url() + "/partner?src=" + embed;
    }

    private static int setting(String name, int otherwise) {
        var value = System.getProperty(name, String.valueOf(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw new CannotLaunch("-D" + name + " takes a port number, not " + value);
        }
    }

    /** From {@code -Dfoyer.operator.email} or {@code FOYER_OPERATOR_EMAIL}. */
    private static String given(String name, String otherwise) {
        var variable = "FOYER_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
        return System.getProperty("foyer." + name, System.getenv().getOrDefault(variable, otherwise));
    }
}
