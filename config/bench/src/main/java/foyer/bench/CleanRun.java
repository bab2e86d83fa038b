package foyer.bench;

import foyer.launch.Await;
import foyer.launch.CannotLaunch;
import foyer.launch.ChildProcess;
import foyer.launch.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The run command as a newcomer gives it: {@code mvn -Prun} in a clone in which nothing was built, with what Maven has fetched
 * before. It is of what is committed; free ports are all that is told beside.
 */
final class CleanRun {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String READY = "Ctrl-C ends everything.";
    private static final List<String> PORTS =
            List.of("foyer.http.port", "foyer.https.port", "foyer.sandbox.port", "foyer.rtmp.port");

    private final Path project;
    private final Path logs;

    CleanRun(Path project, Path logs) {
        this.project = project;
        this.logs = logs;
    }

    /** From the command until it says that all is there; the clone's own time is not counted. */
    double seconds() {
        var clone = logs.resolve("clean-run");
        delete(clone);
        try {
            cloned(clone);
            return untilReady(clone);
        } finally {
            tidyUp(clone);
        }
    }

    private void cloned(Path clone) {
        var command = List.of("git", "clone", "--quiet", project.toString(), clone.toString());
        try (var git = ChildProcess.start("clean-run-clone", command, Map.of(), logs)) {
            Await.until(PATIENCE, () -> !git.alive());
            if (!git.succeeded()) {
                throw new CannotLaunch("The tree could not be cloned. git said:\n" + git.lastWords());
            }
        }
    }

    private double untilReady(Path clone) {
        var ports = PORTS.stream().map(port -> "-D" + port + "=" + Ports.free());
        var command = Stream.concat(
                        Stream.of("mvn", "-B", "-f", clone.resolve("pom.xml").toString(), "-Prun"), ports)
                .toList();
        var started = System.nanoTime();
        try (var maven = ChildProcess.start("clean-run", command, Map.of(), logs)) {
            Await.started(PATIENCE, () -> !maven.alive() || maven.output().contains(READY));
            if (!maven.output().contains(READY)) {
                throw new CannotLaunch("The run command did not come up. It said:\n" + maven.lastWords());
            }
            return (System.nanoTime() - started) / 1e9;
        }
    }

    /** What cannot be deleted yet the next run deletes; why this one failed, if it did, is not to be hidden by it. */
    private static void tidyUp(Path folder) {
        try {
            delete(folder);
        } catch (CannotLaunch stillHeld) {
            // Left for the next run.
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException kept) {
            throw new CannotLaunch("The clone of the last run could not be deleted.", kept);
        }
    }
}
