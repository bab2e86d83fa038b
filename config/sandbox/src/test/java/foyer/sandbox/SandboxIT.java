package foyer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the sandbox comes and goes. */
class SandboxIT {
    private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("kept"));

    @Test
    void tellsAndRefusesAnOccupiedPort() throws Exception {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (var setting : new String[] {"foyer.sandbox.port", "foyer.sandbox.smtp-port"}) {
                var process = SandboxProcess.launch(setting + "=" + occupied.getLocalPort());

                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(setting).isEqualTo(2);
                assertThat(process.getInputStream().readAllBytes()).isEmpty();
            }
        }
    }

    @Test
    void saysNothingButThatItIsReadyAndEndsWhenTold() throws Exception {
        var sandbox = SandboxProcess.start();
        assertThat(sandbox.ready().path("sandbox").asString()).isEqualTo("ready");
        assertThat(sandbox.url()).startsWith("http://localhost:");
        // Process.destroy() would close the stream that is read below.
        assertThat(sandbox.process().toHandle().destroy()).isTrue();

        assertThat(sandbox.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(sandbox.lastWords()).isEmpty();
    }

    @Test
    void endsWithItsParentEvenWhenThatWasKilled() throws Exception {
        var parent = new ProcessBuilder("sleep", "600").start();
        try (var sandbox = SandboxProcess.start("foyer.sandbox.parent=" + parent.pid())) {
            assertThat(sandbox.process().isAlive()).isTrue();
            parent.destroyForcibly();

            assertThat(sandbox.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void keepsTablesAndFilesInAFolder(@TempDir Path folder) throws Exception {
        try (var first = SandboxProcess.start("foyer.data.dir=" + folder);
                var tables = SdkClients.tables(URI.create(first.url() + "/dynamodb"));
                var files = SdkClients.files(URI.create(first.url() + "/s3"))) {
            SdkClients.createTable(tables, "kept");
            tables.putItem(request -> request.tableName("kept").item(KEY));
            files.putObject(
                    request -> request.bucket("foyer-uploads").key("kept.txt"),
                    RequestBody.fromString("kept", StandardCharsets.UTF_8));
        }
        try (var second = SandboxProcess.start("foyer.data.dir=" + folder);
                var tables = SdkClients.tables(URI.create(second.url() + "/dynamodb"));
                var files = SdkClients.files(URI.create(second.url() + "/s3"))) {
            assertThat(tables.getItem(request -> request.tableName("kept").key(KEY))
                            .item())
                    .isEqualTo(KEY);
            assertThat(files.getObjectAsBytes(
                                    request -> request.bucket("foyer-uploads").key("kept.txt"))
                            .asUtf8String())
                    .isEqualTo("kept");
        }
    }
}
