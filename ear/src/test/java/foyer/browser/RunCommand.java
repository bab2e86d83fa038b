package foyer.browser;

import foyer.launch.Await;
import foyer.launch.CannotLaunch;
import foyer.launch.ChildProcess;
import foyer.whole.Build;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code mvn -Prun} runs when all is built: the same main class, in a JVM that has nothing else to do. */
final class RunCommand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ChildProcess process;

    private RunCommand(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts it without waiting.
     *
     * @param log the name of the file that takes what it says
     * @param settings as one gives them to Maven with {@code -D}
     * @param environment what it is told beside what this JVM was told
     */
    static RunCommand launch(String log, Map<String, Object> settings, Map<String, String> environment) {
        var arguments = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
        settings.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.addAll(List.of("foyer.demo.Run", Build.demo().toString()));
        return new RunCommand(ChildProcess.start(log, ChildProcess.java(arguments), environment, Build.logs()));
    }

    RunCommand untilReady() {
        Await.started(PATIENCE, () -> ended() || process.output().contains("Ctrl-C ends everything."));
        if (ended()) {
            throw new CannotLaunch("The run command ended instead of running:\n" + process.output());
        }
        return this;
    }

    RunCommand untilItEnds() {
        Await.started(PATIENCE, this::ended);
        return this;
    }

    boolean ended() {
        return !process.alive();
    }

    String said() {
        return process.output();
    }

    /** What it printed in place of the pattern's group. */
    String said(Pattern line) {
        var matcher = line.matcher(said());
        if (!matcher.find()) {
            throw new AssertionError("Not said, " + line + ":\n" + said());
        }
        return matcher.group(1);
    }

    /** The process itself and whatever it started. */
    List<ProcessHandle> processes() {
        var all = new ArrayList<>(process.descendants());
        ProcessHandle.of(process.pid()).ifPresent(all::add);
        return all;
    }

    /** SIGTERM to this one process, as by whoever started it. */
    void terminate() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        process.close();
    }
}
