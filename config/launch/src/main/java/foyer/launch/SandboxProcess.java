package foyer.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The running sandbox and where its stand-ins answer. */
public final class SandboxProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ChildProcess process;
    private final String readyLine;
    /** Where notices of payments go, and with what they are signed. */
    private final Map<String, String> told = new LinkedHashMap<>();

    private SandboxProcess(ChildProcess process, String readyLine) {
        this.process = process;
        this.readyLine = readyLine;
    }

    /**
     * Starts it and waits until all its parts answer.
     *
     * @param build the output folder of the sandbox's build
     * @param port where it answers; 0 for any free one
     * @param data a folder to keep data in; empty: in memory
     */
    public static SandboxProcess start(Path build, int port, Optional<Path> data, Path logs) {
        return start(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), build, port, data, logs);
    }

    /**
     * The same on any free port and in memory, for a measurement: it comes up later, and takes less of the machine once it is warm,
     * for what it runs often is compiled as well as it can be.
     */
    public static SandboxProcess startForLoad(Path build, Path logs) {
        return start(List.of(), build, 0, Optional.empty(), logs);
    }

    private static SandboxProcess start(List<String> compiling, Path build, int port, Optional<Path> data, Path logs) {
        var arguments = new ArrayList<>(List.of(
                "-Xmx1g",
                "-Dfoyer.sandbox.port=" + port,
                "-Dfoyer.sandbox.parent=" + ProcessHandle.current().pid()));
        arguments.addAll(compiling);
        data.ifPresent(folder -> arguments.add("-Dfoyer.data.dir=" + folder.toAbsolutePath()));
        arguments.addAll(List.of("-cp", classPath(build), "foyer.sandbox.Sandbox"));
        var process = ChildProcess.start("sandbox", ChildProcess.java(arguments), Map.of(), logs);
        var ready = Await.until(
                PATIENCE, () -> !process.alive() || readyLine(process.output()).isPresent());
        var line = readyLine(process.output());
        if (!ready || line.isEmpty()) {
            var words = process.lastWords();
            process.close();
            throw new CannotLaunch("The sandbox did not come up. It said:\n" + words);
        }
        return new SandboxProcess(process, line.get());
    }

    public String url() {
        return text("url");
    }

    public String dynamoDb() {
        return text("dynamodb");
    }

    public String origin() {
        return text("origin");
    }

    /** Where letters are handed in. */
    public int smtpPort() {
        var matcher = Pattern.compile("\"smtp\"\\s*:\\s*\\{[^}]*\"port\"\\s*:\\s*([0-9]+)")
                .matcher(readyLine);
        if (!matcher.find()) {
            throw new CannotLaunch("The sandbox did not say where its mailbox is: " + readyLine);
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** The base of the stand-in's API, as Stripe's library takes it. */
    public String stripe() {
        return url() + "/stripe";
    }

    /**
     * Lets the stand-in for Stripe tell this server too what happens there.
     *
     * @param server its address
     * @param settings with which it was started
     */
    public synchronized void tellOfPayments(String server, FoyerSettings settings) {
        told.put(server + "/api/webhooks/stripe", settings.noticesSecret());
        var endpoints = told.entrySet().stream()
                .map(one -> "{\"url\":\"" + one.getKey() + "\",\"secret\":\"" + one.getValue() + "\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        control("PUT", "/stripe/_control/endpoints", endpoints);
    }

    /** Lets the live channel of this name begin. */
    public void startLive(String channel) {
        control("PUT", "/origin/_control/live/" + channel, "{\"state\":\"started\"}");
    }

    /** One of the sandbox's control calls; fails with {@link CannotLaunch} when it is refused. Answers the body. */
    public String control(String method, String path, String body) {
        return Probe.send(method, url() + path, body);
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private String text(String name) {
        var matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(readyLine);
        if (!matcher.find()) {
            throw new CannotLaunch("The sandbox did not say its " + name + ": " + readyLine);
        }
        return matcher.group(1);
    }

    private static String classPath(Path build) {
        try {
            return build.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(build.resolve("class-path.txt")).strip();
        } catch (IOException missing) {
            throw new CannotLaunch("The sandbox is not built: " + build + " has no class path.", missing);
        }
    }

    private static Optional<String> readyLine(String output) {
        return output.lines()
                .filter(line -> line.startsWith("{") && line.contains("\"sandbox\":\"ready\"") && line.endsWith("}"))
                .findFirst();
    }
}
