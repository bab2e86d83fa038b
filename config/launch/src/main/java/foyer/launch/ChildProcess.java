package foyer.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours: it writes to a log file, and it ends when it is closed or when this JVM ends. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;
    private final Runnable afterwards;
    private final Thread endWithUs;

    private ChildProcess(String name, Path log, Process process, Runnable afterwards) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.afterwards = afterwards;
        this.endWithUs = new Thread(this::end, "end " + name);
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /** Starts the command; its output and errors go to {@code <logs>/<name>.log}. */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path logs) {
        return start(name, command, environment, logs, () -> {});
    }

    /**
     * The same for one that would leave files behind where it is killed.
     *
     * @param temporary a folder of its own, which goes with all that is in it when this is closed, however it ended
     */
    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path logs, Path temporary) {
        return start(name, command, environment, logs, () -> Folders.discard(temporary));
    }

    private static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path logs, Runnable afterwards) {
        try {
            Files.createDirectories(logs);
            var log = logs.resolve(name + ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ChildProcess(name, log, builder.start(), afterwards);
        } catch (IOException refused) {
            throw new CannotLaunch("Could not start " + name + ": " + refused.getMessage(), refused);
        }
    }

    /** The command for a JVM like this one, which ends when this one is killed. */
    public static List<String> java(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        EndWithParent.option().ifPresent(command::add);
        command.addAll(arguments);
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Whether it has ended by itself, and says that all went well. */
    public boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    public Path log() {
        return log;
    }

    /** A file beside the log, for more about this process. */
    Path beside(String ending) {
        return log.resolveSibling(name + ending);
    }

    /** The processes it started in turn. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Processor time used so far by the process itself. */
    public Duration cpuTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it has written so far. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** The last lines it has written, for the person who wants to know why it did not come up. */
    public String lastWords() {
        return LastWords.of(output());
    }

    /** Ends it without a warning, as a crash would (kill -9). */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook itself runs, and finds it ended.
        }
    }

    private void end() {
        // A command may have started others, which would outlive it.
        var started = descendants();
        started.forEach(ProcessHandle::destroy);
        process.destroy();
        if (!await()) {
            process.destroyForcibly();
        }
        if (!Await.until(PATIENCE, () -> started.stream().noneMatch(ProcessHandle::isAlive))) {
            started.forEach(ProcessHandle::destroyForcibly);
        }
        afterwards.run();
    }

    private boolean await() {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return name + " (process " + pid() + ", log " + log + ")";
    }
}
