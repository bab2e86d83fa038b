package foyer.sandbox;

import foyer.sandbox.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The sandbox in a process of its own, started as the run command starts it. */
final class SandboxProcess implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final BufferedReader output;
    private final JsonNode ready;

    private SandboxProcess(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        var line = output.readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("the sandbox ended without a word");
        }
        this.ready = Json.read(line.getBytes(StandardCharsets.UTF_8));
    }

    static SandboxProcess start(String... settings) throws IOException {
        return new SandboxProcess(launch(settings));
    }

    /** Settings are {@code name=value}; ports are free ones unless given. */
    static Process launch(String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfoyer.sandbox.port=0",
                "-Dfoyer.sandbox.parent=" + ProcessHandle.current().pid()));
        for (var setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "foyer.sandbox.Sandbox"));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    JsonNode ready() {
        return ready;
    }

    String url() {
        return ready.path("url").asString();
    }

    int smtpPort() {
        return ready.path("smtp").path("port").asInt();
    }

    HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(URI.create(url() + path)).method(method, BodyPublishers.ofString(body));
        return client.send(call.build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.read(ask("GET", path, "").body().getBytes(StandardCharsets.UTF_8));
    }

    void fault(String standIn, String operation, String effect, int count) throws IOException, InterruptedException {
        var body = "{\"operation\":\"%s\",\"effect\":\"%s\",\"count\":%d,\"seconds\":0.5}"
                .formatted(operation, effect, count);
        var answer = ask("PUT", "/" + standIn + "/_control/faults", body);
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    /** What it says on standard output after the ready line, once it has ended. */
    String lastWords() throws IOException {
        var words = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            words.append(line);
        }
        return words.toString();
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
