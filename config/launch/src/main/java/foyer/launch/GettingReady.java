package foyer.launch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for the end of a server's start, and tells what is known of one that did not get there. */
final class GettingReady {
    private GettingReady() {}

    /**
     * Returns when {@code /health/ready} answers 200. Else the server is closed, and {@link CannotLaunch} says what it said
     * last and, where it merely took too long, which file tells what its threads were doing.
     *
     * @param failed whether it will never be ready, however long one waits
     */
    static void await(Server server, Duration patience, BooleanSupplier failed, String name) {
        var inTime = Await.started(patience, () -> failed.getAsBoolean() || Probe.ready(server.url()));
        if (inTime && !failed.getAsBoolean()) {
            return;
        }
        var known = name + " did not get ready. It said:\n" + server.process().lastWords();
        var threads = inTime ? "" : threads(server.process());
        server.close();
        throw new CannotLaunch(known + threads);
    }

    private static String threads(ChildProcess process) {
        return ThreadDump.of(process)
                .map(file -> "\nWhat its threads were doing is in " + file)
                .orElse("");
    }
}
