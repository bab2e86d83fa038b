package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Machine;
import foyer.whole.Build;
import foyer.whole.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API's description: for programs, and without a finding of Spectral's OWASP rules. */
class DescribedApiIT {
    // Without being asked for JSON Payara answers YAML as plain text, which browsers show instead of saving it.
    @Test
    void programsGetTheDescriptionAsJson() {
        var described = Whole.onMicro()
                .http()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200);

        assertThat(described.header("Content-Type")).startsWith("application/json");
        assertThat(described.json().getString("openapi")).startsWith("3.");
    }

    @Test
    void spectralFindsNothing() throws IOException, InterruptedException {
        var folder = Files.createDirectories(Build.output().resolve("spectral"));
        for (var file : List.of("package.json", "package-lock.json", ".npmrc", ".spectral.yaml")) {
            Files.copy(Build.spectral().resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            run(folder, Machine.npm().toString(), "ci", "--prefer-offline", "--no-audit", "--no-fund");
        }
        Files.copy(Build.openApi(), folder.resolve("openapi.yaml"), StandardCopyOption.REPLACE_EXISTING);

        var said = run(
                folder,
                folder.resolve("node_modules/.bin/spectral").toString(),
                "lint",
                "openapi.yaml",
                "--fail-severity=warn");

        assertThat(said).contains("No results with a severity of 'warn' or higher found!");
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var status = process.waitFor();
        var said = Files.readString(log);
        assertThat(status).as(said).isZero();
        return said;
    }
}
