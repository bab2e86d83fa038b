package foyer.launch;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the threads of a JVM that does not come up are doing, kept beside its log. */
final class ThreadDump {
    /** A JVM that answers nobody does not answer this either. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ThreadDump() {}

    /** The file with what the process and those that it started are doing; empty where none could be asked. */
    static Optional<Path> of(ChildProcess process) {
        var file = process.beside("-threads.txt");
        try {
            Files.deleteIfExists(file);
            var asked = Stream.concat(
                            Stream.of(process.pid()),
                            process.descendants().stream().map(ProcessHandle::pid))
                    .toList();
            for (var pid : asked) {
                ask(pid, file.toFile());
            }
            return Optional.of(file);
        } catch (IOException withoutTools) {
            return Optional.empty();
        }
    }

    private static void ask(long pid, File file) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asking = new ProcessBuilder(tool, String.valueOf(pid), "Thread.print", "-l")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(file))
                .start();
        try {
            if (!asking.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                asking.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            asking.destroyForcibly();
        }
    }
}
