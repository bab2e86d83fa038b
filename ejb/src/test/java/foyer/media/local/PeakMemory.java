package foyer.media.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The most memory that any program which this JVM runs on a folder's files has had, as Linux tells it of each.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">VmHWM</a>
 */
final class PeakMemory implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final String PEAK = "VmHWM:";

    private final Path folder;
    private final AtomicLong kilobytes = new AtomicLong();
    private volatile boolean closed;

    private PeakMemory(Path folder) {
        this.folder = folder;
    }

    static PeakMemory of(Path folder) {
        var memory = new PeakMemory(folder);
        Daemons.run("memory", memory::watch);
        return memory;
    }

    long megabytes() {
        return kilobytes.get() / 1_000;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void watch() {
        while (!closed) {
            ProcessHandle.current().descendants().filter(this::isMeant).forEach(this::look);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isMeant(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }

    private void look(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .forEach(peak -> kilobytes.accumulateAndGet(peak, Math::max));
        } catch (IOException | UncheckedIOException ended) {
            // Then it has had what was seen before.
        }
    }
}
