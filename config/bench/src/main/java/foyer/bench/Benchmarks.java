package foyer.bench;

import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.launch.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code mvn -Pbench}: prints each figure beside its bar and ends with an error when one is missed. {@code
 * -Dfoyer.bench=start,requests,page} chooses which to run.
 */
public final class Benchmarks {
    private static final String OPERATOR = "bench@foyer.example";
    private static final String PASSWORD = "only for this measurement";

    private final Path micro;
    private final Path payaraMicro;
    private final Path logs;
    private final List<String> missed = new ArrayList<>();

    private Benchmarks(Path build) throws IOException {
        this.micro = build.resolve("../../micro/target/foyer-micro.jar").normalize();
        this.payaraMicro =
                build.resolve("../../micro/target/payara/payara-micro.jar").normalize();
        this.logs = Files.createDirectories(build.resolve("bench"));
    }

    /** @param arguments the folder of this module's build output, and which to run, separated by commas */
    public static void main(String... arguments) throws IOException {
        var build = Path.of(arguments[0]);
        var chosen = List.of(arguments[1].split(","));
        var benchmarks = new Benchmarks(build);
        try (var sandbox = SandboxProcess.start(
                build.resolve("../../sandbox/target").normalize(), 0, Optional.empty(), benchmarks.logs)) {
            var settings = FoyerSettings.local(sandbox, OPERATOR, PASSWORD);
            if (chosen.contains("start")) {
                benchmarks.start(settings);
            }
            if (chosen.contains("requests") || chosen.contains("page")) {
                benchmarks.withServer(sandbox, settings, chosen);
            }
        }
        if (!benchmarks.missed.isEmpty()) {
            throw new IllegalStateException("Missed: " + String.join("; ", benchmarks.missed));
        }
    }

    private void start(FoyerSettings settings) {
        System.out.println("\nStart until ready, beside the same server with an empty application");
        atMost("start : empty application", new StartUntilReady(micro, payaraMicro, logs).ratio(settings), 1.5);
    }

    private void withServer(SandboxProcess sandbox, FoyerSettings usual, List<String> chosen) {
        // One address sends everything here; the limits are checked all the same, only not reached.
        var settings = usual.with("foyer.limits.address.per-minute", "100000000")
                .with("foyer.limits.address.burst", "100000000");
        var port = Ports.free();
        var more = List.of("--deploy", EmptyWar.withResource(logs).toString());
        try (var server = MicroServer.start(micro, port, Ports.free(), settings, logs, more)) {
            var offer = Organiser.publish(server, sandbox, OPERATOR, PASSWORD);
            if (chosen.contains("requests")) {
                requests(server, port, "/api/events/" + offer.recorded());
            }
            if (chosen.contains("page")) {
                page("recorded", server.url() + "/watch/" + offer.recorded());
                page("live", server.url() + "/watch/" + offer.live());
            }
        }
    }

    private void requests(MicroServer server, int port, String event) {
        System.out.println("\nPublic event, beside an empty JAX-RS resource on the same server");
        var ratio = new CpuPerRequest(server.process())
                .ratio(
                        "GET /api/events/{eventId}",
                        Load.get(port, event),
                        "GET of nothing",
                        Load.get(port, "/empty/nothing"));
        atMost("public event GET : empty resource", ratio, 2.0);
    }

    private void page(String kind, String address) {
        System.out.println("\nThe page of a " + kind + " event in Chromium, media from the local origin");
        var page = new PageInChromium(address).measure();
        atMost("KB before play", page.bytesBeforePlay() / 1e3, 15);
        atMost("KB with the engine", page.bytesWithEngine() / 1e3, 215);
        System.out.printf(
                Locale.ROOT,
                "  first frame: median %.2f s, p95 %.2f s%n",
                page.firstFrameSeconds(0.5),
                page.firstFrameSeconds(0.95));
        atMost("first frame p75, seconds", page.firstFrameSeconds(0.75), 1.0);
    }

    private void atMost(String what, double figure, double bar) {
        var kept = figure <= bar;
        System.out.printf(Locale.ROOT, "%s  %-36s %.2f (bar %.2f)%n", kept ? "kept  " : "MISSED", what, figure, bar);
        if (!kept) {
            missed.add(what);
        }
    }
}
