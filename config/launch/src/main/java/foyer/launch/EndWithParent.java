package foyer.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Ends a JVM of ours when the one that started it is gone without a goodbye, as after {@code kill -9}: no shutdown hook
 * runs then. A Java agent, so that the server itself knows nothing of it.
 */
public final class EndWithParent {
    private EndWithParent() {}

    /** @param parent the id of the process to end with */
    public static void premain(String parent) {
        var watch = new Thread(() -> waitFor(Long.parseLong(parent)), "end with process " + parent);
        watch.setDaemon(true);
        watch.start();
    }

    /** The option that lets a JVM end with this one; none where this class is not in its jar. */
    static Optional<String> option() {
        try {
            var jar = Path.of(EndWithParent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(jar)
                    ? Optional.of(
                            "-javaagent:" + jar + "=" + ProcessHandle.current().pid())
                    : Optional.empty();
        } catch (URISyntaxException noFile) {
            return Optional.empty();
        }
    }

    private static void waitFor(long parent) {
        ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
        Runtime.getRuntime().halt(1);
    }
}
