package foyer.media.local;

import foyer.media.CannotMake;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs programs of others, each within a time, and ends all of them when this server does. */
final class Programs implements AutoCloseable {
    private static final File NOTHING = new File("/dev/null");
    /** Characters; what goes on for longer is cut, so that a hostile file cannot fill the heap by what it makes one say. */
    static final int LONGEST_LINE = 1_000_000;

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * Runs one to its end; answers how it ended, zero for well. Fails with {@link CannotMake} where there is no such program or
     * it takes too long, with {@link LeftOff} when it was stopped.
     *
     * @param complaints a file for what it says on its standard error
     * @param line hears what it says on its standard output, line by line and as far as {@link #LONGEST_LINE}; false: stop
     */
    int run(List<String> command, Path complaints, Duration limit, Predicate<String> line) {
        return run(command, complaints, limit, Standstill.never(), line);
    }

    /** The same of one that has to get on meanwhile: where it does not it is ended, and that fails with {@link CannotMake}. */
    int run(List<String> command, Path complaints, Duration limit, Standstill standstill, Predicate<String> line) {
        var process = started(command, complaints);
        running.add(process);
        standstill.watch(process);
        if (closing) {
            process.destroyForcibly();
        }
        var watch = process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        var ending = watch.exceptionally(late -> process.destroyForcibly());
        try {
            var heard = hear(process, said -> {
                standstill.heard();
                return line.test(said);
            });
            var status = process.waitFor();
            if (closing || !heard) {
                throw new LeftOff();
            }
            standstill.refuse();
            if (watch.isCompletedExceptionally()) {
                throw CannotMake.yet(
                        "It took longer than " + limit.toMinutes() + " minutes. This server is too slow, or too busy.");
            }
            return status;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new LeftOff();
        } finally {
            process.destroyForcibly();
            ending.cancel(false);
            running.remove(process);
        }
    }

    /**
     * Begins one that goes on until it is destroyed or this server ends; what it says is the caller's to read.
     *
     * @param errors where its standard error goes
     */
    Process begin(List<String> command, ProcessBuilder.Redirect errors) throws IOException {
        if (closing) {
            throw new IOException("This server ends.");
        }
        var process = builder(command).redirectError(errors).start();
        running.removeIf(ended -> !ended.isAlive());
        running.add(process);
        if (closing) {
            process.destroyForcibly();
        }
        return process;
    }

    @Override
    public void close() {
        closing = true;
        running.forEach(Process::destroyForcibly);
    }

    private Process started(List<String> command, Path complaints) {
        try {
            return builder(command)
                    .redirectInput(NOTHING)
                    .redirectError(complaints.toFile())
                    .start();
        } catch (IOException missing) {
            throw CannotMake.yet(String.format(
                    Locale.ROOT,
                    "%s is not installed on the server. Install ffmpeg, on Debian and Ubuntu with: apt-get install ffmpeg; or name it by foyer.media.ffmpeg and foyer.media.ffprobe. Then complete the upload again.",
                    command.get(0)));
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        // It reads what strangers send, and is told none of our secrets.
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C"));
        return builder;
    }

    /** False when the listener had enough. */
    private static boolean hear(Process process, Predicate<String> line) {
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var next = line(said); next.isPresent(); next = line(said)) {
                if (!line.test(next.get())) {
                    process.destroyForcibly();
                    return false;
                }
            }
        } catch (IOException killed) {
            // How it ended says more.
        }
        return true;
    }

    /** The next one; empty: there are no more. */
    private static Optional<String> line(Reader said) throws IOException {
        var line = new StringBuilder();
        var next = said.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = said.read()) {
            if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            }
        }
        return Optional.of(line.toString());
    }
}
