package foyer.bench;

import foyer.launch.Await;
import foyer.launch.CannotLaunch;
import foyer.launch.ChildProcess;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.launch.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares Foyer's start until it is ready with that of the same Payara Micro with an empty application, in turns. */
final class StartUntilReady {
    private static final int ROUNDS = 7;

    private final Path foyerJar;
    private final Path payaraMicro;
    private final Path logs;

    StartUntilReady(Path foyerJar, Path payaraMicro, Path logs) {
        this.foyerJar = foyerJar;
        this.payaraMicro = payaraMicro;
        this.logs = logs;
    }

    /** The middle one of the rounds' ratios. The first start of each warms the disk and is not counted. */
    double ratio(FoyerSettings settings) {
        var empty = EmptyWar.withNothing(logs);
        foyer(settings);
        reference(empty);
        List<Double> ratios = new ArrayList<>();
        for (var round = 0; round < ROUNDS; round++) {
            var ours = foyer(settings);
            var theirs = reference(empty);
            System.out.printf("  foyer %.1f s, empty application %.1f s%n", ours, theirs);
            ratios.add(ours / theirs);
        }
        ratios.sort(Double::compare);
        return ratios.get(ROUNDS / 2);
    }

    private double foyer(FoyerSettings settings) {
        var started = System.nanoTime();
        var server = MicroServer.start(foyerJar, Ports.free(), Ports.free(), settings, logs);
        var took = (System.nanoTime() - started) / 1e9;
        server.close();
        return took;
    }

    private double reference(Path war) {
        var port = Ports.free();
        var command = ChildProcess.java(List.of(
                "-Xmx768m",
                "-jar",
                payaraMicro.toString(),
                "--deploy",
                war.toString(),
                "--contextroot",
                "/",
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--sslport",
                String.valueOf(Ports.free())));
        var started = System.nanoTime();
        try (var server = ChildProcess.start("empty-micro", command, Map.of(), logs)) {
            if (!Await.started(
                    Duration.ofMinutes(1), () -> Probe.answers("http://localhost:" + port + "/index.html"))) {
                throw new CannotLaunch("The empty application did not come up. It said:\n" + server.lastWords());
            }
            return (System.nanoTime() - started) / 1e9;
        }
    }
}
