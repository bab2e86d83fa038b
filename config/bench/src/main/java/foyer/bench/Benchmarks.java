package foyer.bench;

import foyer.demo.OrganiserTools;
import foyer.launch.FoyerSettings;
import foyer.launch.Machine;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.launch.SandboxProcess;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code mvn -Pbench}: prints each figure beside its bar and ends with an error when one is missed. {@code
 * -Dfoyer.bench=start,requests,page,live,media,sessions,herds,seats,passwords,export,strangers,sales,audience} chooses which to
 * run. Three only run when they are named: {@code lighthouse}, for it comes from npm, {@code harvest}, which takes 22 minutes, and
 * {@code run}, which builds a clone.
 */
public final class Benchmarks {
    private static final String OPERATOR = "bench@foyer.example";
    private static final String PASSWORD = "only for this measurement";
    // One address sends everything here; the limits are checked all the same, only not reached.
    private static final List<String> LIMITS = List.of("address", "entry", "session");
    private static final Set<String> WITHOUT_THIS_SERVER = Set.of("start", "run", "audience");
    private static final Set<String> WITH_MEDIA = Set.of("live", "media", "harvest");

    private final Path build;
    private final Path micro;
    private final Path payaraMicro;
    private final Path logs;
    private final Set<String> chosen;
    private final Bars bars = new Bars();

    private Benchmarks(Path build, Set<String> chosen) throws IOException {
        this.build = build;
        this.micro = build.resolve("../../micro/target/foyer-micro.jar").normalize();
        this.payaraMicro =
                build.resolve("../../micro/target/payara/payara-micro.jar").normalize();
        this.logs = Files.createDirectories(build.resolve("bench"));
        this.chosen = chosen;
    }

    /** @param arguments the folder of this module's build output, and which to run, separated by commas */
    public static void main(String... arguments) throws IOException {
        var build = Path.of(arguments[0]);
        var benchmarks = new Benchmarks(build, Set.of(arguments[1].split(",")));
        try (var sandbox = SandboxProcess.startForLoad(
                build.resolve("../../sandbox/target").normalize(), benchmarks.logs)) {
            benchmarks.run(sandbox);
        }
        if (!benchmarks.bars.missed().isEmpty()) {
            throw new IllegalStateException("Missed: " + String.join("; ", benchmarks.bars.missed()));
        }
    }

    private void run(SandboxProcess sandbox) {
        var settings = FoyerSettings.local(sandbox, OPERATOR, PASSWORD);
        if (chosen.contains("start")) {
            System.out.println("\nStart until ready, beside the same server with an empty application");
            bars.atMost(
                    "start : empty application", new StartUntilReady(micro, payaraMicro, logs).ratio(settings), 1.5);
        }
        if (chosen.contains("run")) {
            System.out.println("\nThe run command on a clean clone, with Maven's cache as it is");
            var project = build.resolve("../../..").normalize().toAbsolutePath();
            bars.atMost("mvn -Prun until ready, seconds", new CleanRun(project, logs).seconds(), 60);
        }
        if (!WITHOUT_THIS_SERVER.containsAll(chosen)) {
            withServer(sandbox, unlimited(settings));
        }
        if (chosen.contains("audience")) {
            audience(sandbox, unlimited(settings).with("foyer.analytics.count-every", "10s"));
        }
    }

    private static FoyerSettings unlimited(FoyerSettings usual) {
        var settings = usual;
        for (var limit : LIMITS) {
            settings = settings.with("foyer.limits." + limit + ".per-minute", "100000000")
                    .with("foyer.limits." + limit + ".burst", "100000000");
        }
        return settings;
    }

    private void audience(SandboxProcess sandbox, FoyerSettings settings) {
        var onePort = Ports.free();
        var otherPort = Ports.free();
        try (var one = MicroServer.start(micro, onePort, Ports.free(), settings, logs);
                var other = MicroServer.start(micro, otherPort, Ports.free(), settings, logs)) {
            var tools = OrganiserTools.signIn(other.url(), OPERATOR, PASSWORD);
            var ground = new Ground(other, otherPort, tools, sandbox, settings, bars);
            new Audience(one, onePort, otherPort, tools, bars)
                    .isCounted(ground.event("none", Json.createObjectBuilder()));
        }
    }

    private void withServer(SandboxProcess sandbox, FoyerSettings usual) {
        var settings = usual;
        if (!Collections.disjoint(chosen, WITH_MEDIA)) {
            settings = settings.with(
                            "foyer.media.directory", logs.resolve("media").toString())
                    .with("foyer.media.ffmpeg", Machine.ffmpeg().toString())
                    .with("foyer.media.token-lifetime", "PT1H")
                    .with("foyer.media.rtmp-bind", "127.0.0.1")
                    .with("foyer.media.rtmp-port", "0");
        }
        var port = Ports.free();
        var more =
                new ArrayList<>(List.of("--deploy", EmptyWar.withResource(logs).toString()));
        if (chosen.contains("media")) {
            more.addAll(List.of(
                    "--deploy", EmptyWar.withFiles(logs, OriginSegments.files()).toString()));
        }
        try (var server = MicroServer.start(micro, port, Ports.free(), settings, logs, more)) {
            var tools = OrganiserTools.signIn(server.url(), OPERATOR, PASSWORD);
            offered(server, port, Organiser.publish(tools, sandbox));
            sandbox.tellOfPayments(server.url(), settings);
            people(new Ground(server, port, tools, sandbox, settings, bars));
        }
    }

    private void offered(MicroServer server, int port, Organiser.Offer offer) {
        if (chosen.contains("requests")) {
            requests(server, port, "/api/events/" + offer.recorded());
        }
        if (chosen.contains("page")) {
            page("recorded", server.url() + "/watch/" + offer.recorded());
            page("live", server.url() + "/watch/" + offer.live());
        }
        if (chosen.contains("lighthouse")) {
            var lighthouse = Lighthouse.installed(build, bars);
            lighthouse.audit("a recorded event", server.url() + "/watch/" + offer.recorded());
            lighthouse.audit("a live event", server.url() + "/watch/" + offer.live());
        }
    }

    private void people(Ground ground) {
        if (chosen.contains("page")) {
            new Forms(ground).bytes();
        }
        if (chosen.contains("live")) {
            new LivePicture(ground, logs).measure();
        }
        if (chosen.contains("media")) {
            new TokenChecks(ground.bars()).rate();
            new OriginSegments(ground).cost();
            new LongUpload(ground).heap();
        }
        if (chosen.contains("harvest")) {
            new LongHarvest(ground, logs).measure();
        }
        if (chosen.contains("sessions")) {
            new Sessions(ground).cost();
        }
        if (chosen.contains("herds")) {
            new Herds(ground).all();
        }
        if (chosen.contains("seats")) {
            new Seats(ground).rate();
            new Seats(ground).last();
        }
        if (chosen.contains("passwords")) {
            new PersonalPasswords(ground).besideOthers();
        }
        if (chosen.contains("export")) {
            new Export(ground).all();
        }
        if (chosen.contains("strangers")) {
            new Strangers(ground).times();
        }
        if (chosen.contains("sales")) {
            new Sales(ground).all();
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
        bars.atMost("public event GET : empty resource", ratio, 2.0);
    }

    private void page(String kind, String address) {
        System.out.println("\nThe page of a " + kind + " event in Chromium, media from the local origin");
        var page = new PageInChromium(address).measure();
        bars.atMost("KB before play", page.bytesBeforePlay() / 1e3, 15);
        bars.atMost("KB with the engine", page.bytesWithEngine() / 1e3, 215);
        System.out.printf(
                Locale.ROOT,
                "  with the controls, which follow the first picture: %.1f KB%n  first frame: median %.2f s%n",
                page.bytesWithControls() / 1e3,
                page.firstFrameSeconds(0.5));
        bars.atMost("first frame p75, seconds", page.firstFrameSeconds(0.75), 1.0);
        bars.atMost("first frame p95, seconds", page.firstFrameSeconds(0.95), 2.0);
    }
}
